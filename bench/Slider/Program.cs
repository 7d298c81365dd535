using System.Globalization;
using Microsoft.Playwright;

// How long it takes in a real browser from the move of a slider until the new curve is drawn. Start the demonstration with ./run, then, with the address it names:
// dotnet run -c Release --project bench/Slider -- http://127.0.0.1:5080
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int WarmUp = 60;
const int Moves = 200;
string[] levers = ["ItPeople", "Backup", "Gates", "Spare"];
if (args is not [var address])
{
    Console.Error.WriteLine("Say the address of a running demonstration.");
    return 2;
}

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
var page = await browser.NewPageAsync();
await page.GotoAsync(address);
await page.GotoAsync(new Uri(new Uri(address), "/simulation").ToString());
await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
foreach (var lever in levers)
{
    // Up and down, so that each move asks for something that was not asked for just before. Painted is what the second frame after the change shows.
    var times = await page.EvaluateAsync<double[]>(
        """
        async ([name, warmUp, moves]) => {
          const slider = document.querySelector(`[name=${name}]`).closest('[data-slider]').querySelector('input[type=range]');
          const target = document.getElementById('live');
          const times = [];
          for (let i = 0; i < warmUp + moves; i++) {
            const span = slider.max - slider.min;
            slider.value = Number(slider.min) + (i * 0.618 % 1) * span;
            const drawn = new Promise(done => new MutationObserver((_, watch) => { watch.disconnect(); requestAnimationFrame(() => requestAnimationFrame(done)); }).observe(target, { childList: true }));
            const began = performance.now();
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn;
            if (i >= warmUp) times.push(performance.now() - began);
          }
          return times;
        }
        """,
        new object[] { lever, WarmUp, Moves });
    Array.Sort(times);
    Console.WriteLine($"{lever}: {Moves} moves, median {times[Moves / 2]:0} ms, 95th percentile {times[Moves * 95 / 100]:0} ms, longest {times[^1]:0} ms");
}

return 0;
