/** A Mercator frame: how degrees become the units of one drawing, and back. */
export type Frame = { readonly width: number; readonly height: number; readonly scale: number; readonly dx: number; readonly dy: number };

export type LatLon = { readonly lat: number; readonly lon: number };
export type DrawingPoint = { readonly x: number; readonly y: number };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;
const earthRadiusMetres = 6_371_008;

/** Where a place lies in the drawing. */
export const projected = (frame: Frame, { lat, lon }: LatLon): DrawingPoint => ({
  x: frame.dx + frame.scale * radians(lon),
  y: frame.dy - frame.scale * Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2)),
});

/** The place that a point of the drawing stands for: the inverse of `projected`. */
export const located = (frame: Frame, { x, y }: DrawingPoint): LatLon => ({
  lat: degrees(2 * Math.atan(Math.exp((frame.dy - y) / frame.scale)) - Math.PI / 2),
  lon: degrees((x - frame.dx) / frame.scale),
});

/** Length in the drawing of a distance on the ground at one latitude. Mercator stretches away from the equator. */
export const lengthOf = (frame: Frame, metres: number, lat: number): number => (frame.scale * metres) / (earthRadiusMetres * Math.cos(radians(lat)));

/** Four decimals are about ten metres: a pin set on a small map claims no more than that. */
export const roundedPlace = ({ lat, lon }: LatLon): LatLon => ({ lat: Math.round(lat * 10_000) / 10_000, lon: Math.round(lon * 10_000) / 10_000 });

/** Whether a point lies on the drawing at all. */
export const isInFrame = (frame: Frame, { x, y }: DrawingPoint): boolean => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;

/** A point as it is written into the drawing: to a hundredth, so that server and browser write the same text. */
export const drawnAt = (frame: Frame, place: LatLon): DrawingPoint => {
  const { x, y } = projected(frame, place);
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
};
