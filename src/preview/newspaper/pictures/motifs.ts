import { box, chance, mixed } from './canvas.ts';
import type { Canvas, Colour, Point } from './canvas.ts';
import type { Scene } from '../edition.ts';
import type { Light } from './palettes.ts';

type Motif = (canvas: Canvas, light: Light, horizon: number) => void;

/** What stands in the foreground of each of the paper's pictures. */
export const motifs: Readonly<Record<Scene['subject'], Motif>> = {
  harbour(canvas, light, horizon) {
    for (let at = 0; at < 9; at += 1)
      house(canvas, light, 560 + at * 46, horizon + 8, 30 + at * 3, at);
    canvas.polygon(box(520, horizon + 6, 460, 26), mixed(light.shade, light.wall, 0.25));
    for (let at = 0; at < 5; at += 1)
      boat(canvas, light, [150 + at * 168, horizon + 70 + (at % 2) * 62], 0.7 + (at % 3) * 0.25);
  },
  lighthouse(canvas, light, horizon) {
    const rock = (x: number) => horizon + 150 - Math.max(0, 210 - Math.abs(x - 690) * 0.8) * 0.62;
    canvas.below((x) => rock(x) + Math.sin(x / 9) * 3 + Math.sin(x / 31) * 5, light.shade);
    if (light.lit) beam(canvas, light, [690, 128]);
    tower(canvas, light, [690, horizon + 30]);
  },
  beach(canvas, light, horizon) {
    const sand = mixed(mixed(light.wall, [214, 180, 120], 0.5), light.deep, light.lit ? 0.4 : 0);
    canvas.below(
      (x) => horizon + 120 + x / 14 + Math.sin(x / 60) * 7,
      mixed(sand, [255, 255, 255], 0.45),
    );
    canvas.below((x) => horizon + 132 + x / 14 + Math.sin(x / 60) * 7, sand);
    for (let at = 0; at < 4; at += 1) hut(canvas, light, 70 + at * 92, horizon + 118 + at * 7, at);
    for (let at = 0; at < 6; at += 1)
      walker(canvas, light, [520 + at * 68, horizon + 182 + chance(31, at) * 26]);
  },
  street(canvas, light, horizon) {
    for (let at = 0; at < 12; at += 1)
      house(canvas, light, at * 86 - 20, horizon + 70, 96 + chance(33, at) * 60, at, 82);
    canvas.polygon(box(0, horizon + 68, canvas.width, 200), mixed(light.shade, light.wall, 0.18));
    for (let at = 0; at < 6; at += 1) streetLamp(canvas, light, [90 + at * 160, horizon + 110]);
  },
  ferry(canvas, light, horizon) {
    const [x, y] = [300, horizon + 78];
    canvas.polygon(
      [
        [x - 40, y - 30],
        [x + 430, y - 36],
        [x + 388, y + 36],
        [x + 6, y + 36],
      ],
      light.shade,
    );
    canvas.polygon(
      [
        [x - 20, y + 20],
        [x + 398, y + 20],
        [x + 388, y + 36],
        [x + 6, y + 36],
      ],
      [150, 52, 48],
    );
    for (const [deck, width] of [350, 290, 150].entries()) {
      canvas.polygon(box(x + 20 + deck * 26, y - 62 - deck * 32, width, 33), light.wall);
      for (let at = 0; at * 24 < width - 24; at += 1)
        canvas.polygon(
          box(x + 30 + deck * 26 + at * 24, y - 52 - deck * 32, 13, 10),
          pane(light, at + deck),
        );
    }
    canvas.polygon(box(x + 250, y - 152, 40, 60), [150, 52, 48]);
    for (let at = 0; at < 7; at += 1)
      canvas.haze(
        [x + 256 - at * 38, y - 166 - at * 7],
        40 + at * 9,
        17 + at * 3,
        mixed(light.horizon, light.shade, 0.5),
        0.5,
      );
    for (let at = 0; at < 26; at += 1)
      canvas.haze(
        [x - 30 + chance(35, at) * 450, y + 38 + chance(36, at) * 6],
        30,
        6,
        [255, 255, 255],
        light.lit ? 0.2 : 0.5,
      );
  },
};

const paints: readonly Colour[] = [
  [196, 92, 80],
  [92, 132, 156],
  [222, 188, 110],
  [128, 156, 128],
  [206, 150, 150],
];

function paint(light: Light, index: number): Colour {
  const colour = paints[index % paints.length] ?? light.wall;
  return light.lit ? mixed(colour, light.shade, 0.55) : mixed(colour, light.wall, 0.25);
}

function pane(light: Light, index: number): Colour {
  return light.lit && chance(37, index) < 0.65 ? light.lamp : mixed(light.shade, light.zenith, 0.4);
}

function house(
  canvas: Canvas,
  light: Light,
  x: number,
  ground: number,
  height: number,
  index: number,
  width = 44,
) {
  const top = ground - height;
  canvas.polygon(box(x, top, width, height), paint(light, index));
  canvas.polygon(
    [
      [x - 3, top],
      [x + width / 2, top - width * 0.42],
      [x + width + 3, top],
    ],
    light.shade,
  );
  for (let row = 0; row * 26 < height - 20; row += 1)
    for (let column = 0; column < 2; column += 1)
      canvas.polygon(
        box(x + width * (0.18 + column * 0.4), top + 9 + row * 26, width * 0.22, 13),
        pane(light, index * 7 + row * 2 + column),
      );
}

function boat(canvas: Canvas, light: Light, [x, y]: Point, scale: number) {
  const s = (length: number) => length * scale;
  canvas.polygon(
    [
      [x, y - s(96)],
      [x + s(46), y - s(14)],
      [x, y - s(14)],
    ],
    mixed(light.wall, light.horizon, 0.3),
  );
  canvas.polygon(
    [
      [x - s(5), y - s(80)],
      [x - s(34), y - s(14)],
      [x - s(5), y - s(14)],
    ],
    light.wall,
    0.9,
  );
  canvas.polygon(box(x - s(4), y - s(104), s(3), s(104)), light.shade);
  canvas.polygon(
    [
      [x - s(50), y - s(10)],
      [x + s(58), y - s(10)],
      [x + s(40), y + s(12)],
      [x - s(36), y + s(12)],
    ],
    light.shade,
  );
  canvas.polygon(
    [
      [x - s(36), y + s(14)],
      [x + s(40), y + s(14)],
      [x, y + s(54)],
    ],
    light.shade,
    0.16,
  );
}

function tower(canvas: Canvas, light: Light, [x, foot]: Point) {
  const top = 150;
  const half = (y: number) => 24 + ((y - top) / (foot - top)) * 14;
  const bands = 6;
  for (let at = 0; at < bands; at += 1) {
    const from = top + ((foot - top) * at) / bands;
    const to = top + ((foot - top) * (at + 1)) / bands;
    const colour: Colour =
      at % 2 === 0 ? light.wall : mixed([176, 54, 48], light.shade, light.lit ? 0.45 : 0);
    canvas.polygon(
      [
        [x - half(from), from],
        [x + half(from), from],
        [x + half(to), to],
        [x - half(to), to],
      ],
      colour,
    );
    canvas.polygon(
      [
        [x + half(from) * 0.3, from],
        [x + half(from), from],
        [x + half(to), to],
        [x + half(to) * 0.3, to],
      ],
      light.shade,
      0.28,
    );
  }
  canvas.polygon(box(x - 34, top - 6, 68, 8), light.shade);
  canvas.polygon(
    box(x - 17, top - 36, 34, 30),
    light.lit ? light.lamp : mixed(light.wall, light.zenith, 0.4),
  );
  canvas.polygon(
    [
      [x - 24, top - 36],
      [x, top - 60],
      [x + 24, top - 36],
    ],
    light.shade,
  );
  if (light.lit) canvas.disc([x, top - 22], 9, light.lamp, 0.9, 60);
}

function beam(canvas: Canvas, light: Light, [x, y]: Point) {
  canvas.polygon(
    [
      [x, y - 4],
      [x, y + 4],
      [-20, y + 74],
      [-20, y - 66],
    ],
    light.lamp,
    0.22,
  );
  canvas.polygon(
    [
      [x, y - 4],
      [x, y + 4],
      [980, y + 22],
      [980, y - 46],
    ],
    light.lamp,
    0.16,
  );
}

function hut(canvas: Canvas, light: Light, x: number, y: number, index: number) {
  canvas.polygon(box(x, y, 64, 70), paint(light, index + 1));
  for (let at = 0; at < 3; at += 1) canvas.polygon(box(x + 5 + at * 21, y, 9, 70), light.wall, 0.5);
  canvas.polygon(
    [
      [x - 7, y + 2],
      [x + 32, y - 34],
      [x + 71, y + 2],
    ],
    light.shade,
  );
  canvas.polygon(box(x + 22, y + 22, 20, 48), light.shade, 0.8);
}

function walker(canvas: Canvas, light: Light, [x, y]: Point) {
  canvas.disc([x, y - 30], 4, light.shade);
  canvas.polygon(
    [
      [x - 5, y - 25],
      [x + 5, y - 25],
      [x + 6, y],
      [x + 1, y - 9],
      [x - 5, y],
    ],
    light.shade,
  );
  canvas.polygon(
    [
      [x - 4, y],
      [x + 5, y],
      [x - 18, y + 9],
      [x - 24, y + 9],
    ],
    light.shade,
    0.3,
  );
}

function streetLamp(canvas: Canvas, light: Light, [x, y]: Point) {
  canvas.polygon(box(x - 1.5, y - 96, 3, 120), light.shade);
  canvas.polygon(
    [
      [x - 9, y - 96],
      [x + 9, y - 96],
      [x + 6, y - 114],
      [x - 6, y - 114],
    ],
    light.lit ? light.lamp : light.wall,
  );
  if (light.lit) canvas.disc([x, y - 104], 7, light.lamp, 0.9, 46);
}
