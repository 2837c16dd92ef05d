import { DomainError } from '@slusen/domain';
import { SignInThrottle } from './throttle.js';

describe('SignInThrottle', () => {
  const refusal = async (work: Promise<void>): Promise<DomainError> =>
    work.then(
      () => fail('was let through'),
      (error: unknown) => error,
    ) as Promise<DomainError>;

  it('refuses the ninth attempt at an account within a minute, and says how many seconds to wait', async () => {
    const throttle = new SignInThrottle();
    for (let attempt = 1; attempt <= 8; attempt++) await throttle.count('anna', '10.0.0.1');
    const { code, facts } = await refusal(throttle.count('anna', '10.0.0.1'));
    expect(code).toBe('session.throttled');
    expect(facts['seconds']).toBeGreaterThan(50);
    expect(facts['seconds']).toBeLessThanOrEqual(60);
    await expectAsync(throttle.count('anna', '10.0.0.2')).toBeResolved();
    await expectAsync(throttle.count('bo', '10.0.0.1')).toBeResolved();
  });

  it('refuses whoever tries many names from one address', async () => {
    const throttle = new SignInThrottle();
    for (let attempt = 1; attempt <= 60; attempt++) await throttle.count(`namn${attempt}`, '10.0.0.1');
    expect((await refusal(throttle.count('namn61', '10.0.0.1'))).code).toBe('session.throttled');
    await expectAsync(throttle.count('namn61', '10.0.0.2')).toBeResolved();
  });

  it('lets a whole town hall behind one address come to work', async () => {
    const throttle = new SignInThrottle();
    for (let person = 1; person <= 500; person++) {
      await throttle.count(`person${person}`, '10.0.0.1');
      await throttle.forgive(`person${person}`, '10.0.0.1');
    }
    await expectAsync(throttle.count('person501', '10.0.0.1')).toBeResolved();
  });

  it('forgets the mistakes before a right password, but not those at other accounts', async () => {
    const throttle = new SignInThrottle();
    for (let attempt = 1; attempt <= 8; attempt++) await throttle.count('bo', '10.0.0.1');
    for (let attempt = 1; attempt <= 8; attempt++) await throttle.count('anna', '10.0.0.1');
    await throttle.forgive('anna', '10.0.0.1');
    await expectAsync(throttle.count('anna', '10.0.0.1')).toBeResolved();
    expect((await refusal(throttle.count('bo', '10.0.0.1'))).code).toBe('session.throttled');
  });
});
