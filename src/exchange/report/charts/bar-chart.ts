/** Horizontal bars as SVG: vectors for page and document, from numbers alone. */

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What the value is out of; drawn as a pale bar behind. */
  readonly of?: number;
  /** Written behind the bar. */
  readonly note: string;
}

const WIDTH = 500;
const LINE = 12;
/** As high as the text around it where the drawing is as wide as a page: charts are printed and read small. */
const SIZE = 10.5;
const LABEL_CHARS = 17;
const LABEL = LABEL_CHARS * SIZE + 6;
const NOTE = 108;
const BAR = 11;
const ROOM = WIDTH - LABEL - NOTE;

/** `family` is the font that the surroundings know. */
export function barChart(bars: readonly Bar[], family: string): string {
  const most = Math.max(1, ...bars.map(({ value, of }) => Math.max(value, of ?? 0)));
  let y = 0;
  const parts = bars.map((bar) => {
    const lines = wrapped(bar.label);
    const height = Math.max(LINE * 1.7, LINE * lines.length + 6);
    const middle = y + height / 2;
    const drawn = [
      ...lines.map((line, i) =>
        words(line, LABEL - 6, middle + LINE * (i - (lines.length - 1) / 2) + SIZE * 0.36, 'end', '#222'),
      ),
      bar.of === undefined ? '' : box(bar.of, middle, '#dfe5ec'),
      box(bar.value, middle, '#2f5f8f'),
      words(
        bar.note,
        LABEL + length(Math.max(bar.value, bar.of ?? 0)) + 5,
        middle + SIZE * 0.36,
        'start',
        '#444',
      ),
    ].join('');
    y += height;
    return drawn;
  });
  return `<svg width="${WIDTH}" height="${round(y)}" viewBox="0 0 ${WIDTH} ${round(y)}" font-family="${family}" font-size="${SIZE}">${parts.join('')}<line x1="${LABEL}" y1="0" x2="${LABEL}" y2="${round(y)}" stroke="#888" stroke-width="0.6"/></svg>`;

  function length(value: number): number {
    return round((ROOM * value) / most);
  }

  function box(value: number, middle: number, colour: string): string {
    return `<rect x="${LABEL}" y="${round(middle - BAR / 2)}" width="${length(value)}" height="${BAR}" fill="${colour}"/>`;
  }
}

function words(text: string, x: number, y: number, anchor: string, colour: string): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}">${escapeXml(text)}</text>`;
}

/** Lines of a label, by width: a Han character counts two Latin ones. */
function wrapped(label: string): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const char of label) {
    const width = char.charCodeAt(0) < 0x2000 ? 0.56 : 1;
    if (used + width > LABEL_CHARS) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += char;
    used += width;
  }
  return [...lines, line];
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
