/** Loaded before the application: tells whoever started it how long its event loop was held up, when asked. Its threads of reading are not watched. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds; the monitor counts them as delay, too. */
const RESOLUTION = 5;
const NANOSECONDS = 1e6;

if (isMainThread && process.channel) {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
  monitor.enable();
  process.on('message', (order) => {
    if (order === 'loop begin') monitor.reset();
    else if (order === 'loop end') process.send({ loopP99: Math.max(0, monitor.percentile(99) / NANOSECONDS - RESOLUTION) });
  });
  process.channel.unref();
}
