// Windows of the app that starts after this remember whether they were told to hide from screen capture. Electron has no way to ask on
// Linux, and none at all in old versions.
const { BrowserWindow } = require('electron');

const { setContentProtection } = BrowserWindow.prototype;
const hidden = new WeakMap();

BrowserWindow.prototype.setContentProtection = function (hide) {
  hidden.set(this, hide);
  return setContentProtection.call(this, hide);
};
BrowserWindow.prototype.wasToldToHide = function () {
  return hidden.get(this);
};
