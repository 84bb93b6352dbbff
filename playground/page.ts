import { createHash } from "node:crypto";
import type { Interactive } from "../report/formats/format";
import { Html, html } from "../report/formats/html/html";
import { STYLE } from "../report/formats/html/style";
import type { PageData } from "./data";
import { OWN_STYLE } from "./style";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Returns the playground as one file that needs nothing else and asks for nothing. */
export function playgroundPage(script: string, data: PageData): string {
  const style = STYLE + OWN_STYLE;
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<title>Playground: Genesys Cloud events into AWS</title>
<style>${new Html(style)}</style></head>
<body><a class="skip" href="#content">To the content</a>
<header><h1>Playground: Genesys Cloud events into AWS</h1>
<p>Change the file, choose an event, and see where it goes. Nothing that you write leaves this page.</p></header>
<noscript><p class="problem">This page works by a script of its own, which this browser does not run.</p></noscript>
<p class="problem" id="problem" role="alert" hidden></p>
<main id="content"><div class="desk">
<section aria-labelledby="file-label"><div class="bar"><label id="file-label" for="file">Environment file</label> <label for="name" class="muted">called</label> <input id="name" size="18" maxlength="200" spellcheck="false" autocomplete="off"></div>
${editor("file", "What is wrong with the file", html`<span role="status" id="file-status"></span>`)}</section>
${eventSection()}</div>
${answerSection()}
<section aria-labelledby="share"><h2 id="share">A link to this</h2>
<p>It holds the file and the event in its last part, which no browser sends to a server: whoever has the link has both.</p>
<div class="bar"><button type="button" id="make-link">Make the link</button> <input id="link" aria-label="The link" readonly hidden> <span role="status" id="link-said"></span></div></section>
</main>
${dataBlock(data)}<script>${new Html(script)}</script></body></html>`.text;
}

/** Returns what adds "try an event" to the page of a report. */
export function tryAnEvent(script: string, model: string): Interactive {
  return {
    section: html`<section aria-labelledby="try"><h2 id="try">Try an event</h2>
<p>What would happen to this event in the environment that this page reports on. Nothing leaves the page.</p>
<noscript><p>This part works by a script of its own, which this browser does not run.</p></noscript>
<div>${eventSection()}</div>
${answerSection()}</section>
`,
    style: OWN_STYLE,
    script: html`${dataBlock({ model })}<script>${new Html(script)}</script>`,
    hash: hashOf(script),
  };
}

function eventSection(): Html {
  return html`<section aria-labelledby="event-label"><div class="bar"><label id="event-label" for="event">Event</label> <label for="sample" class="muted">sample</label> <select id="sample"><option value="">your own</option></select></div>
${editor("event", "What is wrong with the event", html`<label class="check"><input type="checkbox" id="exact"> taken as it is, also its source (<code>--exact</code>)</label>`)}</section>`;
}

function answerSection(): Html {
  return html`<section aria-labelledby="way"><h2 id="way">Where the event goes</h2>
<p role="status" class="sentence" id="sentence"></p>
<div id="picture"></div>
<div id="verdict"></div></section>`;
}

function editor(name: string, faults: string, below: Html): Html {
  return html`<div class="editor"><pre class="numbers" id="${name}-numbers" aria-hidden="true"></pre><div class="layers"><pre class="mirror" id="${name}-mirror" aria-hidden="true"></pre><textarea id="${name}" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${name}-faults"></textarea></div></div>
<div class="bar">${below}</div>
<ol class="faults" id="${name}-faults" aria-label="${faults}"></ol>`;
}

/** Returns data as JSON that cannot end its element, whatever it holds. */
function dataBlock(data: PageData): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return new Html(`<script type="application/json" id="playground-data">${json}</script>\n`);
}
