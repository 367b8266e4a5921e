import { Canvas, box, chance, mixed } from './pictures/canvas.ts';
import type { Point } from './pictures/canvas.ts';
import { palettes } from './pictures/palettes.ts';
import type { Light } from './pictures/palettes.ts';
import { lights, subjects } from './edition.ts';
import type { Scene } from './edition.ts';
import { photoPath } from './addresses.ts';
import { png } from './pictures/png.ts';
import { motifs } from './pictures/motifs.ts';

const photoWidth = 960;
const photoHeight = 540;

const horizonY = 300;

const drawn = new Map<string, Buffer>();

/** The PNG at one of the paper's photo addresses, drawn when first asked for; `null` for any other. */
export function photoAt(path: string): Buffer | null {
  const known = drawn.get(path);
  if (known) return known;
  const scene = scenes.find((scene) => photoPath(scene) === path);
  if (!scene) return null;
  const picture = draw(scene);
  drawn.set(path, picture);
  return picture;
}

const scenes: readonly Scene[] = subjects.flatMap((subject) =>
  lights.map((light) => ({ subject, light })),
);

function draw({ subject, light }: Scene): Buffer {
  const canvas = new Canvas(photoWidth, photoHeight);
  const palette = palettes[light];
  sky(canvas, palette, light);
  const seed = subjects.indexOf(subject) + 1;
  canvas.below((x) => hillLine(x, seed), mixed(palette.hills, palette.horizon, 0.45));
  canvas.below((x) => hillLine(x + 400, seed + 3) + 22, palette.hills);
  sea(canvas, palette, light === 'storm');
  motifs[subject](canvas, palette, horizonY);
  if (light === 'storm') rain(canvas);
  return png(photoWidth, photoHeight, canvas.rgb);
}

function sky(canvas: Canvas, light: Light, name: Scene['light']): void {
  canvas.gradient(0, horizonY, light.zenith, light.horizon);
  if (name === 'night') stars(canvas);
  if (light.sun) canvas.disc(light.sun.at, light.sun.radius, light.sun.colour, 1, 130);
  const storm = name === 'storm';
  const clouds = storm ? 60 : name === 'night' ? 6 : 22;
  const colour = mixed(light.horizon, storm ? light.shade : [255, 255, 255], storm ? 0.5 : 0.3);
  for (let at = 0; at < clouds; at += 1) {
    const y = 30 + chance(6, at) * 190;
    const width = 60 + chance(8, at) * (storm ? 240 : 150);
    const alpha = (name === 'night' ? 0.12 : 0.42) * (0.4 + chance(9, at) * 0.6);
    canvas.haze(
      [chance(5, at) * photoWidth, y],
      width,
      9 + (230 - y) / (storm ? 5 : 11),
      colour,
      alpha,
    );
  }
}

function stars(canvas: Canvas): void {
  for (let at = 0; at < 170; at += 1) {
    const point: Point = [chance(1, at) * photoWidth, chance(2, at) * 260];
    canvas.disc(point, 0.4 + chance(3, at) * 0.9, [226, 232, 255], 0.4 + chance(4, at) * 0.6);
  }
}

function hillLine(x: number, seed: number): number {
  const far = Math.sin(x / 190 + seed * 1.7) * 18 + Math.sin(x / 71 + seed) * 7;
  return horizonY - 26 - far - Math.sin(x / 23 + seed * 2.3) * 1.6;
}

function sea(canvas: Canvas, light: Light, rough: boolean): void {
  canvas.gradient(horizonY, photoHeight, light.sea, light.deep);
  const glint = light.sun?.colour ?? light.horizon;
  for (let at = 0; at < 620; at += 1) {
    const depth = chance(11, at) ** 1.6;
    const y = horizonY + 2 + depth * (photoHeight - horizonY);
    const length = 8 + depth * 70 * (0.4 + chance(12, at));
    const nearSun = light.sun && chance(13, at) < 0.4;
    const spread = (chance(14, at) - 0.5) * (60 + depth * 260);
    const x = nearSun ? light.sun.at[0] + spread : chance(15, at) * photoWidth;
    const colour = nearSun ? glint : mixed(light.sea, [255, 255, 255], rough ? 0.5 : 0.18);
    const thick = 0.7 + depth * (rough ? 3 : 1.6);
    canvas.polygon(box(x - length / 2, y, length, thick), colour, nearSun ? 0.5 : 0.22);
  }
}

function rain(canvas: Canvas): void {
  for (let at = 0; at < 240; at += 1) {
    const x = chance(21, at) * (photoWidth + 60) - 30;
    const y = chance(22, at) * photoHeight;
    const drop: Point[] = [
      [x, y],
      [x + 1.2, y],
      [x - 11, y + 34],
      [x - 12.2, y + 34],
    ];
    canvas.polygon(drop, [220, 228, 232], 0.3);
  }
}
