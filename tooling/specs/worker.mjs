/** Loaded first in every process that runs specs (a helper of Jasmine). */
import cluster from 'node:cluster';

const PATIENCE_S = Number(process.env.SPECS_PATIENCE ?? 20);

// A server that a spec starts is its own: processes of a cluster that listen on port 0 would be given one socket between
// them, and a request of one could reach the other.
cluster.isPrimary = true;

// On a machine that is busy with much else, a spec that takes two seconds may take ten: that is no fault of the spec.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000;

/** A spec that forgot to close something must not hang the run, nor pass unnoticed. */
process.once('disconnect', () => {
  const report = () => {
    const left = process.getActiveResourcesInfo().join(', ');
    console.error(`A spec left something running (${left}): ended after ${PATIENCE_S} s.`);
    process.exit(1);
  };
  setTimeout(report, PATIENCE_S * 1000).unref();
});
