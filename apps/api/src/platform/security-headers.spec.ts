import { securityHeaders } from './security-headers.js';

describe('the headers of every answer', () => {
  it('ask for TLS only where the public comes by it', () => {
    expect(securityHeaders(false)['strict-transport-security']).toBeUndefined();
    expect(securityHeaders(true)['strict-transport-security']).toBe('max-age=31536000');
  });

  it('let nothing of another address in, and nobody else frame the page', () => {
    const policy = Object.fromEntries(
      (securityHeaders(true)['content-security-policy'] ?? '')
        .split(';')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      ...{ 'default-src': `'self'`, 'script-src': `'self'`, 'style-src': `'self'`, 'img-src': `'self' data:`, 'font-src': `'self'` },
      ...{ 'connect-src': `'self'`, 'object-src': `'none'`, 'base-uri': `'self'`, 'form-action': `'self'`, 'frame-ancestors': `'none'` },
    });
  });
});
