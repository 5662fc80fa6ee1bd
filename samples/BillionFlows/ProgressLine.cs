using System.Diagnostics;
using System.Globalization;
using NetDsl.Simulation;

/// <summary>One line that says how far a run is, and when it is over.</summary>
internal sealed class ProgressLine(Stopwatch clock) : IProgress<SimulationProgress>
{
    private TimeSpan next;

    public void Report(SimulationProgress value)
    {
        if (clock.Elapsed >= next && value.Share > 0)
        {
            next = clock.Elapsed + TimeSpan.FromSeconds(1);
            var left = clock.Elapsed * ((1 - value.Share) / value.Share);
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Share:P1}, {value.Packets / clock.Elapsed.TotalSeconds / 1e6:0.00} million packets a second, {left:hh\\:mm\\:ss} left   "));
        }
    }
}
