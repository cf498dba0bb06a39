import {
  circle,
  ellipse,
  gradient,
  hand,
  line,
  n,
  palette,
  path,
  picture,
  polygon,
  rect,
  times,
  WIDTH,
} from './shapes.ts';

const lamp = '#fbe2a6';

/** A hospital at night from across the garden: one wide window is awake. */
export function hospital(): string {
  const defs =
    gradient('night', [
      [0, '#1b2c35'],
      [1, '#35525c'],
    ]) +
    gradient('front', [
      [0, '#46646d'],
      [1, '#33505a'],
    ]) +
    gradient('room', [
      [0, '#fdeec4'],
      [1, '#f2c987'],
    ]) +
    gradient('spill', [
      [0, lamp, 0.55],
      [1, lamp, 0],
    ]);
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#night)'),
    stars(),
    path('M262 116A76 76 0 1 0 336 230A64 64 0 1 1 262 116Z', '#f4e6c8'),
    rect(420, 96, 1200, 904, 'url(#front)'),
    rect(396, 72, 1240, 30, '#5b7a81'),
    rect(420, 102, 1200, 16, palette.ink, 'opacity=".25"'),
    facade(),
    polygon(
      [
        [690, 744],
        [1270, 744],
        [1400, 1000],
        [560, 1000],
      ],
      'url(#spill)',
      'opacity=".5"',
    ),
    room(),
    garden(),
  ].join('');
  return picture(defs, content);
}

function stars(): string {
  const random = hand(50);
  return times(60, () =>
    circle(
      random() * 420,
      random() * 640,
      1 + random() * 1.8,
      palette.cream,
      `opacity="${(0.3 + random() * 0.6).toFixed(2)}"`,
    ),
  );
}

function facade(): string {
  const random = hand(19);
  const small = (x: number, y: number) => {
    const dim = random() > 0.86;
    return (
      rect(x - 8, y - 8, 126, 146, '#587882') +
      rect(x, y, 110, 130, dim ? '#c9a96e' : '#22363f') +
      (dim
        ? ''
        : polygon(
            [
              [x + 20, y],
              [x + 56, y],
              [x + 10, y + 130],
              [x, y + 130],
              [x, y + 60],
            ],
            '#3b5761',
            'opacity=".7"',
          )) +
      rect(x + 52, y, 6, 130, '#587882') +
      rect(x - 14, y + 134, 138, 10, '#6f8e95')
    );
  };
  const places: (readonly [number, number])[] = [];
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 6; column++) {
      const x = 490 + column * 190;
      const y = 168 + row * 206;
      const inTheRoom = x > 640 && x < 1260 && y > 300 && y < 700;
      if (!inTheRoom) places.push([x, y]);
    }
  return (
    times(5, (i) => rect(420, 146 + i * 206 - 12, 1200, 3, '#2a434c', 'opacity=".6"')) +
    places.map(([x, y]) => small(x, y)).join('')
  );
}

/** The evening clinic: a lamp, a bed with its curtain, a stand, a plant that somebody waters. */
function room(): string {
  const x = 676;
  const y = 356;
  const w = 608;
  const h = 350;
  return [
    rect(x - 22, y - 22, w + 44, h + 44, '#7d9aa0'),
    rect(x, y, w, h, 'url(#room)'),
    rect(x, y + h - 70, w, 70, '#dfb072'),
    rect(x, y + h - 74, w, 6, '#c8965a'),
    // A chart and a clock on the wall.
    rect(x + 330, y + 56, 96, 122, palette.paper, 'rx="4"'),
    line(`M${x + 344} ${y + 118}h16l10 -26l14 48l10 -22h18`, palette.accent, 5),
    rect(x + 344, y + 74, 50, 6, '#c9bfa9'),
    circle(x + 258, y + 92, 36, palette.paper),
    circle(x + 258, y + 92, 36, 'none', `stroke="${palette.teal}" stroke-width="7"`),
    line(
      `M${x + 258} ${y + 92}V${y + 68}M${x + 258} ${y + 92}L${x + 242} ${y + 100}`,
      palette.ink,
      5,
    ),
    // The bed.
    rect(x + 236, y + 244, 300, 40, palette.paper, 'rx="14"'),
    path(
      `M${x + 300} ${y + 246}C${x + 360} ${y + 206} ${x + 470} ${y + 214} ${x + 536} ${y + 240}V${y + 284}H${x + 300}Z`,
      palette.sea,
    ),
    path(
      `M${x + 420} ${y + 222}C${x + 470} ${y + 220} ${x + 506} ${y + 230} ${x + 536} ${y + 240}V${y + 284}H${x + 440}Z`,
      palette.teal,
      'opacity=".45"',
    ),
    rect(x + 240, y + 222, 84, 34, '#fff8e8', 'rx="15"'),
    rect(x + 226, y + 284, 320, 12, '#6f7f80'),
    rect(x + 228, y + 190, 10, 150, '#6f7f80', 'rx="5"'),
    rect(x + 536, y + 220, 10, 120, '#6f7f80', 'rx="5"'),
    // The stand with its bag.
    line(`M${x + 204} ${y + 346}V${y + 122}h-26`, palette.night, 6),
    path(`M${x + 162} ${y + 124}h32v46q-16 16 -32 0Z`, palette.mist),
    path(`M${x + 162} ${y + 148}h32v22q-16 16 -32 0Z`, palette.sea),
    line(
      `M${x + 178} ${y + 178}C${x + 180} ${y + 220} ${x + 232} ${y + 200} ${x + 262} ${y + 238}`,
      palette.sea,
      3,
    ),
    // The lamp.
    line(`M${x + 470} ${y}v66`, palette.night, 4),
    path(
      `M${x + 426} ${y + 104}Q${x + 432} ${y + 62} ${x + 470} ${y + 62}Q${x + 508} ${y + 62} ${x + 514} ${y + 104}Z`,
      palette.accent,
    ),
    polygon(
      [
        [x + 430, y + 104],
        [x + 510, y + 104],
        [x + 580, y + 250],
        [x + 350, y + 250],
      ],
      '#fffbe8',
      'opacity=".45"',
    ),
    curtain(x, y, h),
    // A plant on the sill.
    ...[-44, -22, 2, 26, 48].map(
      (a) =>
        `<path d="M0 0C-20 -40 -14 -86 6 -112C20 -80 18 -36 0 0Z" fill="${a % 4 ? palette.moss : palette.olive}" transform="translate(${x + 574} ${y + h - 44}) rotate(${a}) scale(.82)"/>`,
    ),
    path(`M${x + 544} ${y + h - 50}h60l-8 54h-44Z`, palette.terracotta),
    // Frame and sill.
    rect(x + w / 2 - 5, y, 10, h, '#7d9aa0'),
    rect(x - 44, y + h + 14, w + 88, 22, '#93adb1'),
    rect(x - 44, y + h + 32, w + 88, 8, palette.ink, 'opacity=".3"'),
  ].join('');
}

function curtain(x: number, y: number, h: number): string {
  return (
    path(
      `M${x} ${y}h128C${x + 120} ${y + 120} ${x + 96} ${y + 220} ${x + 92} ${y + h}H${x}Z`,
      '#d9a583',
    ) +
    times(4, (i) =>
      line(
        `M${x + 22 + i * 26} ${y}C${x + 20 + i * 25} ${y + 140} ${x + 14 + i * 20} ${y + 230} ${x + 14 + i * 19} ${y + h}`,
        '#b77f63',
        5,
        'opacity=".7"',
      ),
    ) +
    rect(x, y, 608, 8, palette.night, 'opacity=".5"')
  );
}

function garden(): string {
  const random = hand(27);
  const shrub = (cx: number, r: number, colour: string) =>
    times(64, () => {
      const a = Math.PI + random() * Math.PI;
      const d = r * Math.sqrt(random());
      return ellipse(
        cx + Math.cos(a) * d * 1.7,
        1000 + Math.sin(a) * d,
        30,
        15,
        colour,
        `transform="rotate(${n(random() * 180)} ${n(cx + Math.cos(a) * d * 1.7)} ${n(1000 + Math.sin(a) * d)})"`,
      );
    });
  const branch = times(15, (i) => {
    const t = i / 14;
    const bx = -20 + t * 470;
    const by = 470 - Math.sin(t * 2.2) * 130;
    const turn = i % 2 ? 40 : -110;
    return `<path d="M0 0C26 -26 74 -26 104 0C74 18 26 18 0 0Z" fill="${i % 3 ? '#17262c' : '#21353c'}" transform="translate(${n(bx)} ${n(by)}) rotate(${n(turn + random() * 30)})"/>`;
  });
  return (
    shrub(560, 120, '#24393f') +
    shrub(1320, 150, '#22373d') +
    shrub(1540, 130, '#1b2d33') +
    shrub(120, 190, '#1b2d33') +
    shrub(360, 110, '#22373d') +
    line('M-20 470C120 400 240 330 450 366', '#17262c', 8) +
    branch
  );
}
