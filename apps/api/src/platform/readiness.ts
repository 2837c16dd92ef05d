import { Injectable } from '@nestjs/common';

/** What is told of one thing, as words: nothing in it is for the operator alone, since anybody may ask. */
export type ReadinessDetail = Readonly<Record<string, string>>;

/** What `/ready` tells beside whether the program can serve: features that work by themselves say how that goes. */
@Injectable()
export class Readiness {
  private readonly tellers = new Map<string, () => Promise<ReadinessDetail>>();

  /** Has the answer of `teller` told under this name. */
  tell(name: string, teller: () => Promise<ReadinessDetail>): void {
    this.tellers.set(name, teller);
  }

  /** What each tells now, by name. */
  async details(): Promise<Record<string, ReadinessDetail>> {
    const told = [...this.tellers].map(async ([name, teller]) => [name, await teller()] as const);
    return Object.fromEntries(await Promise.all(told));
  }
}
