import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { FilesProblem } from "../../files/files-problem";

const PACKAGE = "@duckdb/node-api";
/** The version that the tests run with. */
export const VERSION = "1.5.6-r.1";

/** The part of DuckDB's package that is used. It is declared here, since whoever does without this command does without the package. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  run(sql: string, values?: readonly string[]): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Row[] }>;
  readonly progress: { readonly percentage: number };
  interrupt(): void;
  closeSync(): void;
}

export type Row = Readonly<Record<string, unknown>>;

/** A database in memory, which spills into a folder. */
export class Database {
  /** Those that work beside this one. */
  #beside: readonly Database[] = [];
  #interrupted = false;

  private constructor(
    private readonly connection: Connection,
    private readonly instance: Instance,
    readonly threads: number,
    private readonly discreet: boolean,
  ) {}

  /**
   * @param discreet whether messages are cut to their kind, as DuckDB shows in them what it cannot read
   * @throws FilesProblem where the package is missing
   */
  static async open(spill: string, cwd: string, discreet: boolean): Promise<Database> {
    const { DuckDBInstance } = load(cwd);
    const threads = Math.min(4, availableParallelism());
    const instance = await DuckDBInstance.create(":memory:", {
      temp_directory: spill,
      // With what is not counted in it, below 2 GB; what needs more is spilled.
      memory_limit: "1100MB",
      threads: String(threads),
      preserve_insertion_order: "false",
      // Nothing is fetched, and nothing outside is asked for.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const database = new Database(await instance.connect(), instance, threads, discreet);
    await database.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
    return database;
  }

  async run(sql: string, values?: readonly string[]): Promise<void> {
    await this.#said(() => this.connection.run(sql, values));
  }

  async rows(sql: string): Promise<Row[]> {
    return (await this.#said(() => this.connection.runAndReadAll(sql))).getRowObjectsJson();
  }

  /** The share of the running statement that is done, from 0 to 1. */
  get done(): number {
    return Math.max(0, this.connection.progress.percentage) / 100;
  }

  async countOf(table: string): Promise<number> {
    const [row] = await this.rows(`SELECT count(*) AS rows FROM ${table}`);
    return Number(row?.rows);
  }

  /**
   * Does work of which each piece takes one thread, on as many connections as there are threads: where several threads group the rows of one
   * statement, each makes groups of its own, and bringing them together takes longer than making them.
   */
  async sideBySide<Item>(items: readonly Item[], work: (item: Item, one: Database) => Promise<void>): Promise<void> {
    const left = [...items];
    const each = async (one: Database) => {
      if (this.#interrupted) one.interrupt();
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item, one);
    };
    await this.run("SET threads = 1");
    const count = Math.min(this.threads, items.length);
    this.#beside = await Promise.all(
      Array.from(
        { length: count },
        async () => new Database(await this.instance.connect(), this.instance, 1, this.discreet),
      ),
    );
    const ended = await Promise.allSettled(
      this.#beside.map((one) => each(one).catch((error) => this.#giveUp(left, error))),
    );
    for (const one of this.#beside) one.connection.closeSync();
    this.#beside = [];
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
    await this.run(`SET threads = ${this.threads}`);
  }

  #giveUp(left: unknown[], error: unknown): never {
    left.length = 0;
    throw error;
  }

  /** Ends the statement that runs, and each that would follow. */
  interrupt(): void {
    this.#interrupted = true;
    this.connection.interrupt();
    for (const one of this.#beside) one.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** @throws FilesProblem with the first line of what DuckDB says, as the others show the statement */
  async #said<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      if (this.#interrupted) throw new Error("interrupted");
      return await work();
    } catch (error) {
      const [message] = String(error instanceof Error ? error.message : error).split("\n");
      const kind = this.discreet ? /^(?:Error: )?[\w ]*Error/.exec(message ?? "") : undefined;
      const said = this.discreet ? `${kind ?? "Error"}; without --redact it says which value it cannot read` : message;
      throw new FilesProblem(`DuckDB: ${said}`);
    }
  }
}

/** Looks beside the program first, then in the project in which somebody works. */
function load(cwd: string): DuckDb {
  for (const own of [require, createRequire(join(cwd, "package.json"))]) {
    try {
      return own(PACKAGE);
    } catch (error) {
      const missing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
      if (!missing || !error.message.includes(`'${PACKAGE}'`))
        throw new FilesProblem(
          `${PACKAGE} is there and cannot be loaded (${String(error).split("\n")[0]}); install it anew: npm install ${PACKAGE}@${VERSION}`,
        );
    }
  }
  throw new FilesProblem(
    `conversations works with DuckDB, a package of 70 MB that no other command needs: npm install ${PACKAGE}@${VERSION}`,
  );
}
