using ResilienceMonitor.Lab;
using ResilienceMonitor.Lab.Forging;
using ResilienceMonitor.Lab.Kill;
using ResilienceMonitor.Lab.Load;
using ResilienceMonitor.Lab.Nodes;
using ResilienceMonitor.Lab.PowerCut;
using ResilienceMonitor.Lab.Regions;

// The large trials. The writers are the programs the trials cut the power of and kill; they are not for people.
var arguments = new Arguments(args.Skip(1));
return args.FirstOrDefault() switch
{
    "powercut" => await PowerCutCommand.Run(arguments, Console.Out),
    "powercut-writer" => await PowerCutWriter.Run(arguments),
    "kill" => await KillCommand.Run(arguments, Console.Out),
    "kill-writer" => await KillWriter.Run(arguments),
    "load" => await LoadCommand.Run(arguments, Console.Out),
    "forgery" => await ForgeryCommand.Run(arguments, Console.Out),
    "region" => await RegionCommand.Run(arguments, Console.Out),
    "nodes" => await NodesCommand.Run(arguments, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        lab powercut [--states 5000] [--seed 1] [--weakened NAME | none]
        lab forgery [--oidc 50000] [--seed 1]
        lab load [--bodies 1000] [--services 60] [--resources 120] [--users 20] [--seconds 60] [--think 0,1] [--starts 5] [--seed 1] [--program PATH]
        lab kill [--cycles 300] [--seed 1] [--database sqlite|postgres] [--weakened NAME | none]
        lab region [--bodies 60] [--services 60] [--resources 120] [--looks 30] [--program PATH]
        lab nodes [--jobs 200]
        """);
    return 2;
}
