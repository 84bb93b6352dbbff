import type { Check, Verdict } from "../../operate/status/link";
import type { LinkStatus, Status } from "../../operate/status/status";
import { plural } from "../../text/words";
import { inStyle, type Line, type Styled } from "../printing";

/** The number of checks of one link that are shown; JSON has all. */
const SHOWN = 8;

const WORDS: Readonly<Record<Verdict, { readonly word: string; readonly style: Styled["style"] }>> = {
  broken: { word: "BROKEN", style: "red" },
  unknown: { word: "not seen", style: "yellow" },
  warning: { word: "differs", style: "yellow" },
  ok: { word: "ok", style: "green" },
  skipped: { word: "skipped", style: "dim" },
};

/** The gravest first. */
const GRAVITY = Object.keys(WORDS) as readonly Verdict[]; // the keys of the record above

/** One screen: a line for each link, what is not right below it, and the first broken link at the end, where the eye is. */
export function statusLines(status: Status): Line[] {
  const { environment, aws_account_id, aws_region, at, links, first, healthy } = status;
  const width = Math.max(...links.map(({ title }) => title.length));
  return [
    `${environment}: account ${aws_account_id}, ${aws_region}, ${at.replace("T", " ").replace(/\.\d+Z$/, " UTC")}`,
    ...links.flatMap((link) => linkLines(link, width)),
    "",
    ...(first === null
      ? [inStyle("green", healthy ? "nothing is broken" : "")]
      : [
          inStyle(
            WORDS[first.verdict].style,
            `${first.verdict === "broken" ? "first broken link" : "not seen"}: ${titleOf(links, first.link)}, ${first.subject}: ${first.what}`,
          ),
          `to do: ${first.remedy ?? ""}`,
        ]),
  ];
}

const titleOf = (links: readonly LinkStatus[], id: string) => links.find(({ link }) => link === id)?.title ?? id;

function linkLines({ title, checks }: LinkStatus, width: number): Line[] {
  const gravest = GRAVITY.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? "ok";
  const { word, style } = WORDS[gravest];
  const good = checks.filter(({ verdict }) => verdict === "ok").length;
  const shown = checks.filter(({ verdict }) => verdict !== "ok").sort(byGravity);
  const count = good === checks.length ? String(good) : `${good} of ${checks.length}`;
  return [
    { parts: [`  ${title.padEnd(width)}  `, { text: word.padEnd(8), style }, `  ${count}`] },
    ...shown.slice(0, SHOWN).flatMap(checkLines),
    ...(shown.length > SHOWN
      ? [inStyle("dim", `      and ${plural(shown.length - SHOWN, "other")}; --json has all`)]
      : []),
  ];
}

function byGravity(one: Check, other: Check): number {
  return GRAVITY.indexOf(one.verdict) - GRAVITY.indexOf(other.verdict);
}

function checkLines({ subject, what, verdict }: Check): Line[] {
  return [inStyle(WORDS[verdict].style, `      ${subject}: ${what}`)];
}
