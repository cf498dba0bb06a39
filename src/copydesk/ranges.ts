/** A range of UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** Ranges in order and apart, for quick questions. */
export class Ranges {
  readonly list: readonly Range[];

  /** Takes ranges in any order; those that touch or overlap become one. */
  constructor(ranges: readonly Range[]) {
    const sorted = [...ranges].sort((a, b) => a.start - b.start);
    const apart: Range[] = [];
    for (const range of sorted) {
      const last = apart.at(-1);
      if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
      else apart.push({ start: range.start, end: range.end });
    }
    this.list = apart;
  }

  /** The range that holds or meets a unit of [start, end), or null. An empty range asks for its place. */
  at(start: number, end: number): Range | null {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const range = this.list[low];
    return range !== undefined && range.start < Math.max(end, start + 1) ? range : null;
  }
}
