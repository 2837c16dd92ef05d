import { sourceAddress, sourceLabel } from './source.js';

describe('the source of a figure', () => {
  const cases: [source: string, address: string | undefined, label: string][] = [
    ['https://www.dagensvimmerby.se/nyheter/e/315705/', 'https://www.dagensvimmerby.se/nyheter/e/315705/', 'dagensvimmerby.se'],
    ['http://exempel.se', 'http://exempel.se', 'exempel.se'],
    ['SCB, befolkningsstatistik (BE0101)', undefined, 'SCB, befolkningsstatistik (BE0101)'],
    ['SCB, se https://www.scb.se', undefined, 'SCB, se https://www.scb.se'],
    ['javascript:alert(1)', undefined, 'javascript:alert(1)'],
    ['data:text/html,x', undefined, 'data:text/html,x'],
    ['https://', undefined, 'https://'],
    ['', undefined, ''],
  ];
  for (const [source, address, label] of cases) {
    it(`${JSON.stringify(source)} ${address ? 'is a link' : 'leads nowhere'} and is called ${JSON.stringify(label)}`, () => {
      expect([sourceAddress(source), sourceLabel(source)]).toEqual([address, label]);
    });
  }
});
