import { TestBed } from '@angular/core/testing';
import { configure } from '@testing-library/dom';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';

/** Makes Angular ready for component specs, once per page of specs: components are checked as in a browser, without zones. */
export function setUpComponentSpecs(): void {
  jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000;
  TestBed.initTestEnvironment(BrowserTestingModule, platformBrowserTesting(), {
    errorOnUnknownElements: true,
    errorOnUnknownProperties: true,
  });
  // What was not found, and what there is instead; not the whole page.
  configure({ getElementError: (message) => new Error((message ?? '').split('\n').slice(0, 12).join('\n')) });
}
