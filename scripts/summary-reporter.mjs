import { writeFileSync } from 'node:fs';
import process from 'node:process';

/** Vitest reporter: writes counts and the names of skipped tests to the file named by DOCKET_TEST_SUMMARY. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') summary.passed += 1;
        else if (state === 'failed') failedHere += 1;
        // A test that never ran because its hook failed is pending or skipped; the module's failure counts below.
        else if (module.state() !== 'failed' || test.options.mode !== 'run') {
          summary.skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
        }
      }
      // A module that cannot be loaded, or whose hook fails, has no failed test but has failed.
      summary.failed += module.state() === 'failed' ? Math.max(failedHere, 1) : failedHere;
    }
    const file = process.env.DOCKET_TEST_SUMMARY;
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }
}
