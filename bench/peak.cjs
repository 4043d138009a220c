'use strict';
// Loaded before a program that is measured: tells at its end what the whole process took.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const usage = { cpu: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1024 };
    writeFileSync(process.env.PEAK_FILE, JSON.stringify(usage));
  });
