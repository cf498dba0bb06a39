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

const SEA = 520;

/** A wooden hull on the slip, all ribs, and behind it the boats that are already afloat. */
export function boats(): string {
  const defs =
    gradient('sky', [
      [0, '#c3d0cb'],
      [0.6, '#f1dfba'],
      [1, '#f5d3a3'],
    ]) +
    gradient('sea', [
      [0, '#9db3ae'],
      [0.5, '#5f8086'],
      [1, palette.teal],
    ]) +
    gradient('quay', [
      [0, '#d8b98e'],
      [1, '#a9845e'],
    ]);
  const content = [
    rect(0, 0, WIDTH, SEA, 'url(#sky)'),
    coast(),
    rect(0, SEA, WIDTH, 260, 'url(#sea)'),
    glints({ x: 0, y: SEA + 6, width: WIDTH, height: 220 }, 110, palette.cream, 23, 0.5),
    boat(120, 612, 0.8, palette.teal, palette.cream),
    boat(420, 588, 0.62, palette.accent, palette.sand),
    boat(1330, 600, 0.72, palette.olive, palette.cream),
    boat(1090, 574, 0.5, palette.terracotta, palette.cream),
    gulls(),
    path('M-20 760H520L660 720H1100L1260 768H1620V1010H-20Z', 'url(#quay)'),
    stones(),
    shade(),
    skeleton(),
    tools(),
  ].join('');
  return picture(defs, content);
}

function coast(): string {
  return (
    circle(1200, 300, 96, '#fff4da') +
    circle(1200, 300, 160, '#fff4da', 'opacity=".3"') +
    path(`M-20 ${SEA}V400C120 350 260 390 400 430C520 462 640 486 760 ${SEA}Z`, '#a8ab92') +
    path(`M-20 ${SEA}V456C80 430 210 452 320 476C400 494 470 508 540 ${SEA}Z`, '#8b9479') +
    // The breakwater and its light.
    path(`M900 ${SEA}L950 496H1600V${SEA}Z`, '#93806a') +
    polygon(
      [
        [1478, 496],
        [1490, 340],
        [1530, 340],
        [1542, 496],
      ],
      palette.cream,
    ) +
    polygon(
      [
        [1482, 446],
        [1486, 396],
        [1534, 396],
        [1538, 446],
      ],
      palette.accent,
    ) +
    rect(1484, 326, 52, 14, palette.night) +
    rect(1494, 292, 32, 36, '#fbe2a6') +
    path('M1488 292Q1510 258 1532 292Z', palette.accent)
  );
}

function boat(x: number, y: number, s: number, colour: string, trim: string): string {
  const random = hand(Math.round(x));
  const body =
    path(
      'M-170 -50C-120 -34 120 -34 180 -66C166 -10 130 18 96 24H-96C-136 18 -160 -14 -170 -50Z',
      colour,
    ) +
    path('M-170 -50C-120 -34 120 -34 180 -66L177 -52C120 -20 -120 -20 -167 -36Z', trim) +
    path(
      'M-140 6H146C132 18 114 22 96 24H-96C-116 22 -130 16 -140 6Z',
      palette.ink,
      'opacity=".3"',
    ) +
    rect(-96, -104, 92, 66, palette.cream) +
    rect(-104, -114, 108, 14, colour) +
    rect(-82, -90, 26, 26, palette.night) +
    rect(-44, -90, 26, 26, palette.night) +
    line('M40 -40V-236M40 -220L150 -64M40 -220L-90 -112M40 -170L112 -58', palette.night, 5) +
    rect(34, -236, 34, 20, palette.accent) +
    times(5, (i) => circle(-124 + i * 62, -14, 11, i % 2 ? palette.ink : '#d9823d'));
  const mirror = times(9, (i) => {
    const w = 150 - i * 12 + random() * 40;
    return line(
      `M${n(-w + random() * 30)} ${n(34 + i * 12)}H${n(w * 0.9)}`,
      i % 3 === 1 ? trim : colour,
      6,
      `opacity="${(0.5 - i * 0.045).toFixed(2)}"`,
    );
  });
  return `<g transform="translate(${x} ${y}) scale(${s})">${mirror}${body}</g>`;
}

function gulls(): string {
  const flock: readonly (readonly [number, number, number])[] = [
    [300, 190, 1],
    [372, 236, 0.8],
    [560, 140, 0.9],
    [640, 176, 0.65],
    [1010, 150, 0.7],
  ];
  return flock
    .map(([x, y, s]) =>
      line(
        `M${n(x - 36 * s)} ${n(y - 10 * s)}q${n(20 * s)} ${n(-12 * s)} ${n(36 * s)} ${n(10 * s)}q${n(16 * s)} ${n(-22 * s)} ${n(36 * s)} ${n(-10 * s)}`,
        palette.paper,
        6 * s,
      ),
    )
    .join('');
}

function stones(): string {
  const random = hand(77);
  return times(64, () => {
    const y = 784 + random() * 210;
    const w = 60 + ((y - 760) / 240) * 90;
    return rect(random() * WIDTH - 40, y, w, 5, '#8a6a48', 'opacity=".38" rx="2"');
  });
}

function shade(): string {
  return path(
    'M250 930C420 900 1100 894 1300 918C1420 934 1380 968 1240 972C1000 980 560 984 380 968C270 958 210 944 250 930Z',
    palette.ink,
    'opacity=".3"',
  );
}

/** How far the hull reaches at a place along the keel, from stern (0) to bow (1). */
function section(t: number): { x: number; keel: number; rail: number; half: number } {
  const fullness = Math.sin(Math.PI * Math.min(1, t * 0.86 + 0.12)) ** 0.7;
  return {
    x: 330 + t * 900,
    keel: 884 - 26 * t - (t > 0.86 ? ((t - 0.86) / 0.14) ** 2 * 150 : 0),
    rail: 560 + 70 * Math.sin(Math.PI * (0.08 + t * 0.8)) - 120 * Math.max(0, t - 0.55),
    half: 96 * fullness,
  };
}

/** Far ribs, keel, planks up to the turn of the bilge, near ribs. */
function skeleton(): string {
  const places = Array.from({ length: 18 }, (_, i) => (i + 0.4) / 18.2);
  const rib = (t: number, side: 1 | -1) => {
    const { x, keel, rail, half } = section(t);
    const out = side * half * 0.55;
    return line(
      `M${n(x)} ${n(keel)}C${n(x + out * 0.6)} ${n(keel - 10)} ${n(x + out)} ${n(keel - (keel - rail) * 0.45)} ${n(x + out * 0.82)} ${n(rail + (side < 0 ? -34 : 0))}`,
      side < 0 ? '#96643c' : '#c8904f',
      side < 0 ? 11 : 15,
    );
  };
  const along = (f: (t: number) => readonly [number, number]) =>
    Array.from({ length: 37 }, (_, i) => f(i / 36))
      .map(([x, y], i) => `${i ? 'L' : 'M'}${n(x)} ${n(y)}`)
      .join('');
  const plank = (from: number, to: number, fill: string) => {
    const edge = (level: number) => (t: number) => {
      const { x, keel, rail, half } = section(t);
      return [x + half * 0.55 * Math.sin(level * 1.5), keel - (keel - rail) * level] as const;
    };
    const low = Array.from({ length: 37 }, (_, i) => edge(from)(i / 36));
    const high = Array.from({ length: 37 }, (_, i) => edge(to)(i / 36)).reverse();
    return polygon([...low, ...high], fill, `stroke="#7a4f2e" stroke-width="2.5"`);
  };
  const rail = (side: 1 | -1) =>
    line(
      along((t) => {
        const s = section(t);
        return [s.x + side * s.half * 0.45, s.rail + (side < 0 ? -34 : 0)] as const;
      }),
      side < 0 ? '#7a4f2e' : '#e0b072',
      side < 0 ? 10 : 16,
    );
  return [
    // Stem and sternpost.
    line('M1236 712C1272 640 1286 560 1300 470', '#6b4428', 24),
    line('M1232 712C1266 640 1280 560 1294 470', '#a8713f', 10),
    line('M338 884L300 566', '#6b4428', 24),
    line('M334 884L296 566', '#a8713f', 9),
    places.map((t) => rib(t, -1)).join(''),
    rail(-1),
    line('M326 900C700 876 1000 862 1130 858C1190 850 1226 790 1238 712', '#6b4428', 26),
    plank(0.02, 0.14, '#b67c45'),
    plank(0.14, 0.26, '#c68c52'),
    plank(0.26, 0.38, '#d49b5e'),
    places.map((t) => rib(t, 1)).join(''),
    rail(1),
    // Props and blocks.
    ...[440, 640, 860, 1060].map(
      (x) =>
        line(`M${x} 800L${x - 70} 950`, '#6b4428', 15) +
        rect(x - 96, 942, 62, 16, '#8a5a34', 'rx="4"'),
    ),
    ...[400, 590, 790, 990].map(
      (x) => rect(x, 896, 84, 30, '#8a5a34', 'rx="4"') + rect(x, 924, 84, 26, '#6b4428', 'rx="4"'),
    ),
  ].join('');
}

function tools(): string {
  return [
    // A trestle with a plank, a mallet, shavings, and the pattern that the ribs are copied from.
    line('M1330 948L1372 838L1414 948M1490 948L1532 838L1574 948', '#6b4428', 13),
    rect(1300, 818, 310, 22, '#d9a566', 'rx="4"'),
    rect(1300, 834, 310, 7, '#a87443'),
    line('M1420 812l70 -30', '#8a5a34', 11),
    rect(1480, 754, 34, 58, palette.brick, 'rx="6" transform="rotate(-24 1496 782)"'),
    times(9, (i) => {
      const x = 1320 + ((i * 89) % 250);
      const y = 956 + ((i * 17) % 30);
      return line(`M${x} ${y}q10 -14 20 -2q4 8 -6 8`, '#e8c48c', 4);
    }),
    ellipse(156, 952, 96, 12, palette.ink, 'opacity=".28"'),
    path('M96 950L108 836H204L216 950Z', palette.night),
    ellipse(156, 836, 48, 12, '#c98f4c'),
    line('M150 836L128 720', '#8a5a34', 8),
    rect(112, 690, 26, 40, palette.sand, 'rx="4" transform="rotate(-10 125 710)"'),
  ].join('');
}
