const form = document.getElementById('op.logoutForm');
if (form instanceof HTMLFormElement) form.requestSubmit(document.getElementById('idp-sign-out'));
