/** The settings of an installation of its own, which shows nothing of the demonstration but has the same municipality. */
export const INSTALLATION = { DEMO: '0', MUNICIPALITY: 'Vimmerby kommun', MUNICIPALITY_CODE: '0884' };
