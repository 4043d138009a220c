'use strict';
// A thread that checks files for the run that started it.
require('./start.cjs').work();
