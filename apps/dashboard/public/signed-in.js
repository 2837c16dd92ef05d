if (localStorage.getItem('slusen.signed-in')) document.documentElement.toggleAttribute('data-signed-in', true);
