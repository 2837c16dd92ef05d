import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { App } from './app/app.js';
import { serverConfig } from './app/app.config.server.js';

/** Starts the application once per page that the server renders. */
const bootstrap = (context: BootstrapContext) => bootstrapApplication(App, serverConfig, context);

export default bootstrap;
