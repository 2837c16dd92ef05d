import { Injectable } from '@nestjs/common';

/** What became of a file that somebody sent: sent back, published, withdrawn, or to be confirmed again since what it changes was changed. */
export interface ReviewedUpload {
  readonly id: string;
  readonly file: string;
  /** Whoever sent it. */
  readonly accountId: string;
  readonly became: 'returned' | 'published' | 'withdrawn' | 'to-confirm';
  readonly reason?: string | undefined;
}
type UploadHandler = (upload: ReviewedUpload) => Promise<void>;

/** Whoever is to know what became of files says so here, since imports know nothing of what follows from them: mails, say. */
@Injectable()
export class UploadHandlers {
  private readonly handlers: UploadHandler[] = [];

  add(handler: UploadHandler): void {
    this.handlers.push(handler);
  }

  /** Within the transaction; whoever did it themselves knows. */
  async tell(by: string, upload: ReviewedUpload): Promise<void> {
    if (by === upload.accountId) return;
    for (const handler of this.handlers) await handler(upload);
  }
}
