export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];

/** A picture to draw on: x to the right, y downwards, in pixels; edges are smoothed. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rgb = new Uint8Array(width * height * 3);
  }

  /** Lays a colour over one pixel; an alpha of 1 covers it. Outside the picture nothing happens. */
  touch(x: number, y: number, colour: Colour, alpha: number): void {
    if (alpha <= 0 || x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 3;
    const cover = Math.min(1, alpha);
    for (let sample = 0; sample < 3; sample += 1) {
      const under = this.rgb[at + sample] ?? 0;
      this.rgb[at + sample] = Math.round(under + ((colour[sample] ?? 0) - under) * cover);
    }
  }

  /** A band from `top` to `bottom` that fades from one colour into the other. */
  gradient(top: number, bottom: number, from: Colour, to: Colour): void {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, bottom); y += 1) {
      const colour = mixed(from, to, (y - top) / (bottom - top));
      for (let x = 0; x < this.width; x += 1) this.touch(x, y, colour, 1);
    }
  }

  /** Everything below the line that `edge` gives for each x. */
  below(edge: (x: number) => number, colour: Colour): void {
    for (let x = 0; x < this.width; x += 1) {
      const line = edge(x);
      for (let y = Math.max(0, Math.floor(line)); y < this.height; y += 1)
        this.touch(x, y, colour, y + 1 - line);
    }
  }

  /** A disc; `glow` is the width of a soft rim around it. */
  disc([cx, cy]: Point, radius: number, colour: Colour, alpha = 1, glow = 0): void {
    const reach = radius + glow + 1;
    for (let y = Math.floor(cy - reach); y <= cy + reach; y += 1) {
      for (let x = Math.floor(cx - reach); x <= cx + reach; x += 1) {
        const outside = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) - radius;
        const edge = Math.min(1, Math.max(0, 0.5 - outside));
        const rim = glow === 0 ? 0 : Math.max(0, 1 - Math.max(0, outside) / glow) ** 2 * 0.6;
        this.touch(x, y, colour, Math.max(edge, rim) * alpha);
      }
    }
  }

  /** An ellipse without an edge, thickest in its middle: cloud, smoke, foam. */
  haze([cx, cy]: Point, rx: number, ry: number, colour: Colour, alpha: number): void {
    for (let y = Math.floor(cy - ry); y <= cy + ry; y += 1) {
      for (let x = Math.floor(cx - rx); x <= cx + rx; x += 1) {
        const off = ((x + 0.5 - cx) / rx) ** 2 + ((y + 0.5 - cy) / ry) ** 2;
        if (off < 1) this.touch(x, y, colour, alpha * (1 - off) ** 2);
      }
    }
  }

  /** A filled polygon (even-odd). */
  polygon(points: readonly Point[], colour: Colour, alpha = 1): void {
    const fine = 4;
    const ys = points.map(([, y]) => y);
    const bottom = Math.min(this.height, Math.ceil(Math.max(...ys)));
    for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < bottom; y += 1) {
      const cover = new Float32Array(this.width);
      for (let line = 0; line < fine; line += 1)
        spans(points, y + (line + 0.5) / fine, (from, to) => fill(cover, from, to, 1 / fine));
      for (const [x, share] of cover.entries()) this.touch(x, y, colour, share * alpha);
    }
  }
}

export function box(x: number, y: number, width: number, height: number): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

export function mixed(from: Colour, to: Colour, share: number): Colour {
  const at = Math.min(1, Math.max(0, share));
  return [
    from[0] + (to[0] - from[0]) * at,
    from[1] + (to[1] - from[1]) * at,
    from[2] + (to[2] - from[2]) * at,
  ];
}

/** A number from 0 up to 1 that only depends on its arguments: the same picture every time. */
export function chance(seed: number, index: number): number {
  const wave = Math.sin(seed * 127.1 + index * 311.7) * 43758.5453;
  return wave - Math.floor(wave);
}

function spans(points: readonly Point[], y: number, each: (from: number, to: number) => void) {
  const crossings: number[] = [];
  for (const [index, [x, top]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, top];
    if (top <= y === nextY <= y) continue;
    crossings.push(x + ((y - top) / (nextY - top)) * (nextX - x));
  }
  crossings.sort((a, b) => a - b);
  for (let at = 0; at + 1 < crossings.length; at += 2)
    each(crossings[at] ?? 0, crossings[at + 1] ?? 0);
}

function fill(cover: Float32Array, from: number, to: number, share: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(cover.length, to); x += 1) {
    const width = Math.min(x + 1, to) - Math.max(x, from);
    cover[x] = (cover[x] ?? 0) + width * share;
  }
}
