import {
  circle,
  ellipse,
  glints,
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

type Curve = readonly [number, number, number, number, number, number, number, number];

/** Strokes of a broad brush on the planks of a hull. They are shapes of writing, not words. */
export function letters(): string {
  const defs =
    gradient('planks', [
      [0, '#fbf1dc'],
      [1, '#e9cfa2'],
    ]) +
    gradient('sea', [
      [0, '#6d8a8e'],
      [1, '#2f4a54'],
    ]) +
    `<clipPath id="hull"><path d="${hull}"/></clipPath>`;
  const content = [
    rect(0, 0, WIDTH, 1000, '#b9c4bf'),
    rect(0, 760, WIDTH, 240, 'url(#sea)'),
    path(hull, 'url(#planks)'),
    `<g clip-path="url(#hull)">${planks()}${waterline()}${strokes()}</g>`,
    path('M-20 20C300 96 1000 108 1620 -30V34C1000 168 300 156 -20 84Z', palette.accent),
    path('M-20 70C300 142 1000 154 1620 18V34C1000 168 300 156 -20 84Z', '#6d1826'),
    reflection(),
    glints({ x: 0, y: 850, width: WIDTH, height: 140 }, 60, palette.sand, 9, 0.5),
    pot(),
    brush(),
  ].join('');
  return picture(defs, content);
}

const hull = 'M-20 30C300 106 1000 118 1620 -20V720C1240 850 420 880 -20 800Z';

function planks(): string {
  return (
    times(8, (i) => {
      const y = 150 + i * 92;
      return line(
        `M-20 ${y}C400 ${y + 70} 1100 ${y + 60} 1620 ${y - 70}`,
        '#c9a877',
        3.5,
        'opacity=".7"',
      );
    }) +
    times(24, (i) => {
      const x = 60 + (i % 8) * 208 + (Math.floor(i / 8) % 2) * 90;
      const y = 206 + Math.floor(i / 8) * 184 + 30 * Math.sin((x / WIDTH) * Math.PI);
      return circle(x, y, 4.5, '#a98753', 'opacity=".75"');
    })
  );
}

function waterline(): string {
  return (
    path('M-20 690C420 780 1200 752 1620 596V1010H-20Z', palette.terracotta) +
    path('M-20 690C420 780 1200 752 1620 596V626C1200 782 420 810 -20 720Z', palette.paper)
  );
}

/**
 * What a broad nib leaves when it is drawn along a curve and held at one angle: thick across the
 * angle, thin along it. The nib is swept in small steps and the steps are joined.
 */
function sweep(
  curves: readonly Curve[],
  nib: number,
  degrees: number,
  fill: string,
  more = '',
): string {
  const angle = (degrees * Math.PI) / 180;
  const dx = (Math.cos(angle) * nib) / 2;
  const dy = (Math.sin(angle) * nib) / 2;
  const steps = 26;
  const points = curves.flatMap(([x0, y0, x1, y1, x2, y2, x3, y3]) =>
    Array.from({ length: steps + 1 }, (_, i) => {
      const t = i / steps;
      const u = 1 - t;
      return [
        u ** 3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t ** 3 * x3,
        u ** 3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t ** 3 * y3,
      ] as const;
    }),
  );
  const d = points
    .slice(1)
    .map(([x, y], i) => {
      const [px, py] = points[i] ?? [x, y];
      return `M${n(px - dx)} ${n(py - dy)}L${n(px + dx)} ${n(py + dy)}L${n(x + dx)} ${n(y + dy)}L${n(x - dx)} ${n(y - dy)}Z`;
    })
    .join('');
  // The thin outline closes the hairlines between steps.
  return path(d, fill, `stroke="${fill}" stroke-width="2.5" stroke-linejoin="round" ${more}`);
}

/** A rhombic dot, one nib wide, the measure of all Arabic writing. */
function dot(x: number, y: number, size: number, fill: string): string {
  return polygon(
    [
      [x, y - size],
      [x + size * 0.9, y + size * 0.12],
      [x, y + size],
      [x - size * 0.9, y - size * 0.12],
    ],
    fill,
  );
}

function strokes(): string {
  const ink = palette.night;
  return [
    // Names that were painted here before and rubbed away.
    sweep([[1400, 120, 1400, 300, 1420, 420, 1330, 590]], 120, -52, '#e6cc9b'),
    sweep([[700, 160, 560, 460, 280, 560, -60, 420]], 120, -52, '#e6cc9b'),
    times(7, (i) => dot(1500, 190 + i * 74, 24, '#d9bf8d')),
    // One great bowl from gunwale to waterline, and the tail that climbs out of it.
    sweep(
      [
        [1240, 150, 1330, 420, 1180, 690, 820, 640],
        [820, 640, 520, 600, 420, 420, 470, 230],
      ],
      118,
      -52,
      ink,
    ),
    // A flat stroke that crosses it, and the hook at its end.
    sweep(
      [
        [1080, 360, 860, 250, 640, 560, 330, 470],
        [330, 470, 160, 420, 60, 500, -70, 640],
      ],
      96,
      -52,
      palette.teal,
      'opacity=".94"',
    ),
    // Above, a stroke still wet, in the colour of the gunwale.
    sweep([[980, 196, 840, 250, 700, 150, 520, 262]], 62, -52, palette.accent),
    dot(690, 452, 46, palette.accent),
    drips(),
  ].join('');
}

function drips(): string {
  return (
    line('M640 226v64', palette.accent, 8) +
    circle(640, 294, 8, palette.accent) +
    line('M860 660v52', palette.night, 8) +
    circle(860, 716, 8, palette.night)
  );
}

function reflection(): string {
  const random = hand(64);
  return (
    path(
      'M-20 800C420 880 1240 850 1620 720V770C1240 900 420 930 -20 850Z',
      palette.ink,
      'opacity=".28"',
    ) +
    times(34, () => {
      const x = random() * WIDTH;
      const y = 880 + random() * 110 - (x > 1100 ? (x - 1100) * 0.14 : 0);
      return line(
        `M${n(x)} ${n(y)}h${n(40 + random() * 130)}`,
        random() > 0.45 ? palette.terracotta : palette.cream,
        6,
        'opacity=".42"',
      );
    })
  );
}

function pot(): string {
  return (
    ellipse(1396, 958, 150, 20, palette.ink, 'opacity=".3"') +
    rect(1140, 952, 480, 60, '#8a6236') +
    rect(1140, 952, 480, 10, '#b98a55') +
    path('M1300 800H1488L1472 952H1316Z', palette.teal) +
    path('M1430 800H1488L1472 952H1436Z', palette.night, 'opacity=".45"') +
    ellipse(1394, 800, 94, 24, '#93adb1') +
    ellipse(1394, 802, 80, 18, palette.accent) +
    path('M1318 806q10 60 24 70q12 -6 8 -52Z', palette.accent) +
    line(
      'M1302 806C1290 900 1330 760 1394 742C1458 760 1498 900 1486 806',
      palette.mist,
      4,
      'opacity=".7"',
    )
  );
}

function brush(): string {
  return `<g transform="translate(508 286) rotate(38)">${path('M-24 -6C-18 30 18 30 24 -6L18 -58H-18Z', '#4a2a26')}${path('M-24 -6C-18 30 18 30 24 -6L22 -22H-22Z', palette.accent)}${rect(-20, -110, 40, 56, palette.honey)}${rect(-20, -96, 40, 5, '#a87849')}${rect(-20, -76, 40, 5, '#a87849')}${path('M-16 -110C-22 -200 -12 -330 -7 -400Q0 -412 7 -400C12 -330 22 -200 16 -110Z', palette.brick)}${path('M4 -110C8 -200 6 -330 3 -404Q6 -404 7 -400C12 -330 22 -200 16 -110Z', palette.ink, 'opacity=".25"')}</g>`;
}
