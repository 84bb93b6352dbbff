import { DASHBOARD_COLUMNS } from "../../aws/limits";
import type { Widget } from "./widget";

export interface PlacedWidget extends Widget {
  readonly x: number;
  readonly y: number;
}

/** Places widgets from left to right; a full row is followed by one below its tallest widget. Each group begins a row. */
export function laidOut(groups: readonly (readonly Widget[])[]): PlacedWidget[] {
  let [x, y, tallest] = [0, 0, 0];
  const nextRow = () => {
    [x, y, tallest] = [0, y + tallest, 0];
  };
  return groups.flatMap((group) => {
    nextRow();
    return group.map((widget) => {
      if (x + widget.width > DASHBOARD_COLUMNS) nextRow();
      const placed = { x, y, ...widget };
      x += widget.width;
      tallest = Math.max(tallest, widget.height);
      return placed;
    });
  });
}
