interface Delivery {
  readonly status: string;
}

/** Events on every partner bus of the rehearsed account, and what became of them. */
export class Traffic {
  readonly lost: object[] = [];
  readonly #sent = new Map<string, number>();
  #deliveries = 0;

  constructor(private readonly eventBridge: string) {}

  /** Sends one event to each bus, which must be delivered wherever a rule takes it, and at least once. */
  async send(when: string): Promise<void> {
    const { buses } = await this.#post<{ buses: object }>("/dump", {});
    for (const bus of namesOf(buses)) {
      const { deliveries } = await this.#post<{ deliveries: readonly Delivery[] }>("/deliver", {
        bus,
        event: event(bus),
      });
      this.#sent.set(when, (this.#sent.get(when) ?? 0) + 1);
      this.#deliveries += deliveries.length;
      const failed = deliveries.filter(({ status }) => status !== "delivered");
      if (failed.length > 0 || deliveries.length === 0) this.lost.push({ when, bus, deliveries });
    }
  }

  get told(): string {
    const counts = [...this.#sent].map(([when, count]) => `${count} ${when}`);
    return `events sent: ${counts.join(", ")}; ${this.#deliveries} delivered, ${this.lost.length} lost`;
  }

  async #post<Answer>(path: string, body: object): Promise<Answer> {
    const answer = await fetch(this.eventBridge + path, { method: "POST", body: JSON.stringify(body) });
    return JSON.parse(await answer.text());
  }
}

function namesOf(buses: object): string[] {
  const names = Array.isArray(buses) ? buses : Object.keys(buses);
  return names.filter((name: string) => name.startsWith("aws.partner/"));
}

let count = 0;

/** An event of the audit trail, as Genesys Cloud sends it on this bus. */
function event(bus: string): object {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  const topic = "v2.audits.entitytype.{id}.entityid.{id}";
  return {
    version: "0",
    id,
    "detail-type": topic,
    source: bus,
    account: "123456789012",
    time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    region: "us-east-1",
    resources: [],
    detail: {
      topicName: topic,
      version: "1",
      eventBody: { id, action: "Delete", entityType: "OAuthClient", entity: { id, name: "a client" } },
      metadata: { CorrelationId: id },
    },
  };
}
