import { inject, Injectable } from '@angular/core';
import type { NotificationChoiceSent, NotificationsView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

const PATH = '/api/account/notifications';

/** What one is written to about. Every method rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class NotificationsApi {
  private readonly client = inject(ApiClient);

  own(): Promise<NotificationsView> {
    return this.client.get<NotificationsView>(PATH);
  }

  choose(body: NotificationChoiceSent): Promise<NotificationsView> {
    return this.client.send<NotificationsView>({ method: 'PUT', path: PATH, body });
  }
}
