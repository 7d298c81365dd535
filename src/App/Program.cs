using ResilienceMonitor;

return await Resmon.Run(args);
