import { Html, html } from "./html";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string | number | Html | readonly Html[];
}

/** A part of the page, with a heading that the table of contents links to. */
export function section(id: string, title: string, ...content: readonly Html[]): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

/** A table with its caption; the first cell of a row is its heading. Wide ones scroll by themselves, also by keyboard. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  id?: (row: Row) => string,
): Html {
  const heads = columns.map(({ head }) => html`<th scope="col">${head}</th>`);
  const body = rows.map((row) => {
    const [first, ...others] = columns.map(({ cell }) => cell(row));
    const anchor = id === undefined ? new Html("") : html` id="${id(row)}"`;
    return html`<tr${anchor}><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

export function code(text: string): Html {
  return html`<code>${text}</code>`;
}

/** Several, one below the other. */
export function lines(items: readonly (string | Html)[]): Html {
  return html`${items.map((item) => html`<div>${item}</div>`)}`;
}

export function badge(kind: string, words: string): Html {
  return html`<span class="badge ${kind}">${words}</span>`;
}
