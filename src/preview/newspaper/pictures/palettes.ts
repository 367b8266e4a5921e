import type { Colour, Point } from './canvas.ts';
import type { Scene } from '../edition.ts';

/** The colours of an hour of the day, and the sun or moon in it. */
export interface Light {
  readonly zenith: Colour;
  readonly horizon: Colour;
  readonly sea: Colour;
  readonly deep: Colour;
  readonly hills: Colour;
  /** What stands in front of the light. */
  readonly shade: Colour;
  readonly wall: Colour;
  readonly lamp: Colour;
  readonly sun: { readonly at: Point; readonly radius: number; readonly colour: Colour } | null;
  readonly lit: boolean;
}

export const palettes: Readonly<Record<Scene['light'], Light>> = {
  dawn: {
    zenith: [92, 124, 168],
    horizon: [252, 205, 170],
    sea: [214, 176, 160],
    deep: [52, 84, 112],
    hills: [116, 118, 146],
    shade: [44, 52, 72],
    wall: [214, 190, 180],
    lamp: [255, 226, 160],
    sun: { at: [330, 268], radius: 26, colour: [255, 240, 205] },
    lit: false,
  },
  day: {
    zenith: [72, 140, 205],
    horizon: [206, 228, 240],
    sea: [120, 176, 200],
    deep: [24, 88, 128],
    hills: [104, 140, 128],
    shade: [48, 64, 74],
    wall: [240, 232, 214],
    lamp: [250, 236, 190],
    sun: { at: [735, 92], radius: 30, colour: [255, 250, 224] },
    lit: false,
  },
  dusk: {
    zenith: [48, 44, 92],
    horizon: [246, 146, 96],
    sea: [206, 120, 104],
    deep: [34, 34, 70],
    hills: [82, 62, 100],
    shade: [26, 24, 46],
    wall: [120, 90, 110],
    lamp: [255, 214, 130],
    sun: { at: [610, 292], radius: 34, colour: [255, 200, 120] },
    lit: true,
  },
  night: {
    zenith: [8, 14, 34],
    horizon: [34, 52, 88],
    sea: [30, 48, 80],
    deep: [6, 12, 28],
    hills: [18, 28, 52],
    shade: [8, 12, 24],
    wall: [42, 50, 76],
    lamp: [255, 208, 120],
    sun: { at: [250, 96], radius: 22, colour: [232, 236, 246] },
    lit: true,
  },
  storm: {
    zenith: [58, 66, 78],
    horizon: [158, 168, 172],
    sea: [112, 128, 132],
    deep: [36, 54, 62],
    hills: [86, 96, 104],
    shade: [32, 40, 48],
    wall: [150, 152, 150],
    lamp: [255, 232, 170],
    sun: null,
    lit: true,
  },
};
