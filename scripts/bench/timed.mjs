/** Runs `work` again and again, one after the other, and gives the median and the 95th percentile in milliseconds. */
export async function timed(work, { warmUp = 5, times = 50 } = {}) {
  for (let n = 0; n < warmUp; n++) await work(n);
  const taken = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await work(warmUp + n);
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(times / 2)], p95: taken[Math.min(times - 1, Math.floor(times * 0.95))] };
}
