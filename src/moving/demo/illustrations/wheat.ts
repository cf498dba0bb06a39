import {
  circle,
  glints,
  gradient,
  hand,
  line,
  n,
  palette,
  path,
  picture,
  rect,
  times,
  WIDTH,
} from './shapes.ts';

const SEA = 470;

/** Ears of wheat close to the eye; behind them the ship and the silos they pass through. */
export function wheat(): string {
  const defs =
    gradient('sky', [
      [0, '#c8d1c5'],
      [0.7, '#f5e3c0'],
      [1, '#f6d6a6'],
    ]) +
    gradient('sea', [
      [0, '#86a3a2'],
      [1, palette.teal],
    ]) +
    gradient('field', [
      [0, '#e0b673'],
      [1, '#b9803f'],
    ]);
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#sky)'),
    circle(420, 300, 92, '#fff4da'),
    circle(420, 300, 150, '#fff4da', 'opacity=".35"'),
    rect(0, SEA, WIDTH, 200, 'url(#sea)'),
    glints({ x: 0, y: SEA + 8, width: WIDTH, height: 150 }, 70, palette.cream, 8, 0.5),
    ship(250, SEA + 42),
    silos(1010, SEA + 66),
    rows(),
    ears(),
  ].join('');
  return picture(defs, content);
}

function ship(x: number, y: number): string {
  return [
    path(`M${x} ${y - 62}H${x + 470}L${x + 436} ${y}H${x + 36}Z`, palette.brick),
    path(`M${x + 14} ${y - 34}H${x + 454}L${x + 436} ${y}H${x + 36}Z`, '#6f3a36'),
    rect(x + 18, y - 150, 92, 90, palette.cream),
    rect(x + 18, y - 150, 92, 12, palette.accent),
    times(3, (i) => rect(x + 30 + i * 26, y - 122, 16, 16, palette.teal)),
    rect(x + 40, y - 190, 34, 42, palette.night),
    rect(x + 40, y - 178, 34, 8, palette.sand),
    times(4, (i) => rect(x + 134 + i * 78, y - 78, 64, 18, '#d9b27c', 'rx="4"')),
    line(
      `M${x + 150} ${y - 78}L${x + 210} ${y - 176}M${x + 210} ${y - 78}V${y - 176}M${x + 306} ${y - 78}L${x + 366} ${y - 176}M${x + 366} ${y - 78}V${y - 176}`,
      palette.night,
      5,
    ),
    path(`M${x + 20} ${y}h430l-40 16h-350Z`, palette.night, 'opacity=".35"'),
  ].join('');
}

function silos(x: number, base: number): string {
  const tower = (i: number) => {
    const left = x + i * 92;
    const top = base - 300 + (i % 2) * 8;
    return (
      rect(left, top, 86, base - top, '#e8d5b3') +
      rect(left, top, 22, base - top, '#f7ead0') +
      rect(left + 58, top, 28, base - top, '#c8ae8a') +
      path(
        `M${left - 4} ${top}Q${left + 43} ${top - 46} ${left + 90} ${top}Z`,
        palette.terracotta,
      ) +
      path(
        `M${left + 43} ${top - 23}Q${left + 74} ${top - 20} ${left + 90} ${top}H${left + 56}Z`,
        palette.brick,
      ) +
      times(5, (k) => rect(left, top + 44 + k * 52, 86, 2.5, '#a98f6d', 'opacity=".5"'))
    );
  };
  return (
    rect(x - 70, base - 18, 700, 40, '#8d8068') +
    times(6, tower) +
    rect(x - 34, base - 372, 16, 370, palette.night) +
    line(`M${x - 26} ${base - 366}L${x + 560} ${base - 352}`, palette.night, 9) +
    times(12, (i) =>
      line(`M${n(x - 10 + i * 46)} ${n(base - 364 + i * 1.1)}v14`, palette.night, 3),
    ) +
    line(`M${x - 26} ${base - 350}L${x - 190} ${base - 122}`, palette.night, 8) +
    line(`M${x - 190} ${base - 122}v60`, '#d9a756', 6, 'stroke-dasharray="2 9"')
  );
}

/** The field in bands, each row of strokes a little larger than the one behind. */
function rows(): string {
  const random = hand(17);
  const bands = times(6, (band) => {
    const y = 606 + band * 44 + band * band * 6;
    const hill = path(
      `M-20 ${y + 10}Q400 ${y - 36} 820 ${y}T1620 ${y - 18}V1010H-20Z`,
      ['#dcb777', '#d4a962', '#cb9c53', '#bd8a45', '#a87538', '#8f602e'][band] ?? palette.honey,
    );
    const size = 10 + band * 5;
    const strokes = times(120 - band * 10, (i) => {
      const x = (i * WIDTH) / (120 - band * 10) + random() * 10;
      const ground = y - 18 * Math.sin((x / WIDTH) * Math.PI * 2 - 0.4) + random() * 22;
      return line(
        `M${n(x)} ${n(ground + size)}q2 ${n(-size)} ${n(size * 0.5)} ${n(-size * 1.7)}`,
        random() > 0.5 ? '#f0d295' : '#9d6f35',
        2 + band * 0.6,
        'opacity=".65"',
      );
    });
    return hill + strokes;
  });
  return bands;
}

function ears(): string {
  const stalks: readonly (readonly [
    x: number,
    top: number,
    lean: number,
    size: number,
    tone: number,
  ])[] = [
    [70, 520, 26, 0.86, 1],
    [190, 430, 36, 1.05, 0],
    [330, 560, 20, 0.9, 1],
    [468, 640, 40, 0.8, 1],
    [560, 520, 52, 1.05, 0],
    [706, 402, 84, 1.5, 0],
    [840, 560, 30, 0.95, 1],
    [960, 636, 44, 0.8, 1],
    [1120, 610, 30, 0.88, 0],
    [1290, 640, 46, 0.8, 1],
    [1420, 560, 38, 0.95, 0],
    [1530, 620, 22, 0.85, 1],
  ];
  return [...stalks]
    .sort((a, b) => a[3] - b[3])
    .map(([x, top, lean, size, tone]) => ear(x, top, lean, size, tone))
    .join('');
}

function ear(x: number, top: number, lean: number, size: number, tone: number): string {
  const colours = tone
    ? { stem: '#8a6430', light: '#e2b765', dark: '#b98a42' }
    : { stem: '#a87c3a', light: '#f6d88f', dark: '#d6a552' };
  const headX = x + lean;
  const stem = line(
    `M${x} 1010Q${x + 4} ${(top + 1000) / 2} ${n(headX)} ${top}`,
    colours.stem,
    7 * size,
  );
  const tilt = 6 + lean * 0.22;
  const grains = times(9, (i) => {
    const y = -i * 24 * size;
    const w = 15 * size * (1 - i * 0.05);
    const h = 34 * size * (1 - i * 0.03);
    const grainAt = (side: number, fill: string) =>
      `<path d="M0 0C${n(side * w * 1.6)} ${n(-h * 0.2)} ${n(side * w * 1.5)} ${n(-h * 0.9)} ${n(side * w * 0.5)} ${n(-h * 1.15)}C${n(-side * w * 0.2)} ${n(-h * 0.7)} 0 ${n(-h * 0.3)} 0 0Z" fill="${fill}" transform="translate(0 ${n(y)})"/>`;
    const awn = (side: number) =>
      line(
        `M${n(side * w * 0.6)} ${n(y - h)}q${n(side * 12 * size)} ${n(-46 * size)} ${n(side * 34 * size)} ${n(-96 * size)}`,
        colours.light,
        1.8 * size,
        'opacity=".85"',
      );
    return awn(-1) + awn(1) + grainAt(-1, colours.light) + grainAt(1, colours.dark);
  });
  const leaf = path(
    `M${n(x + lean * 0.12)} ${n(800 + ((x * 7) % 130))}q${n(70 * size)} ${n(-70 * size)} ${n(150 * size)} ${n(-30 * size)}q${n(-80 * size)} ${n(-10 * size)} ${n(-150 * size)} ${n(60 * size)}Z`,
    colours.stem,
  );
  return `${stem}${leaf}<g transform="translate(${n(headX)} ${top}) rotate(${n(tilt)})">${grains}</g>`;
}
