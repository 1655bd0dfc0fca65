/**
 * Products of expectations from few runs. A place of a design is played in R runs, and its share is known only with the noise of these. The product of two
 * noisy means is biased where both met the same luck; products of runs of different number are not. With one run a place is taken as known exactly.
 */

/** Mean of x over runs times mean of y, without the bias of luck that they share: (Σx·Σy − Σxy) / R(R − 1), the U-statistic of Hoeffding (1948). */
export function meanProduct(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const runs = x.length;
  let [sumX, sumY, both] = [0, 0, 0];
  for (let r = 0; r < runs; r++) { sumX += x[r]; sumY += y[r]; both += x[r] * y[r]; }
  return runs === 1 ? both : (sumX * sumY - both) / (runs * (runs - 1));
}

export function meanOf(x: ArrayLike<number>): number {
  let sum = 0;
  for (let r = 0; r < x.length; r++) sum += x[r];
  return sum / x.length;
}

/** Sample variance among runs; 0 of one run. */
export function varianceOf(x: ArrayLike<number>): number {
  if (x.length < 2) return 0;
  const mean = meanOf(x);
  let sum = 0;
  for (let r = 0; r < x.length; r++) sum += (x[r] - mean) * (x[r] - mean);
  return sum / (x.length - 1);
}

/** x − y, run by run: what was done to both by the same luck falls out. */
export function difference(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: x.length }, (_, r) => x[r] - y[r]);
}
