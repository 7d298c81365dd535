using System.Globalization;
using ResilienceMonitor.Packaging;

// Called by ./release: pack PUBLISHED PACKAGES RUNTIME TARGET SECONDS, or verify UNPACKED.
try
{
    switch (args)
    {
        case ["pack", var published, var packages, var runtime, var target, var seconds]:
            var made = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
            Console.WriteLine(Path.GetFileName(Release.Pack(new Checkout(Directory.GetCurrentDirectory()), published, packages, runtime, target, made)));
            return 0;
        case ["verify", var unpacked]:
            Console.WriteLine($"{Release.Verify(unpacked)} files, each as the list of parts says.");
            return 0;
        default:
            Console.Error.WriteLine("Called by ./release only.");
            return 2;
    }
}
catch (PackagingProblem problem)
{
    Console.Error.WriteLine(problem.Message);
    return 3;
}
