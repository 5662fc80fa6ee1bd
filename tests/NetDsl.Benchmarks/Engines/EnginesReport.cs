using NetDsl.Benchmarks.Dpdk;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Engines;

/// <summary>
/// What the engines of the compiled graph take: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- engines</c>, and behind it sections, all when none is named, and the folder of the
/// harness in C where it is not the usual one.
/// </summary>
internal static class EnginesReport
{
    public const string Command = "engines";

    private static readonly string[] Sections = ["established", "reference", "cores", "hops", "simulation"];

    public static int Run(string[] arguments)
    {
        string[] named = [.. arguments.Where(argument => Sections.Contains(argument))];
        var harness = arguments.FirstOrDefault(argument => !Sections.Contains(argument)) ?? DpdkLibrary.UsualFolder;
        using var scratch = new ScratchFolder();
        foreach (var section in named.Length > 0 ? named : Sections)
        {
            switch (section)
            {
                case "established" when DpdkLibrary.Build(harness, scratch.Path) is { } library:
                    EstablishedSection.Run(library);
                    break;
                case "established":
                    return 1;
                case "reference":
                    ReferenceSection.Run();
                    break;
                case "cores":
                    CoresSection.Run();
                    break;
                case "hops":
                    HopsSection.Run();
                    break;
                case "simulation":
                    SimulationSection.Run(Path.Combine(harness, "..", "ns3"), scratch.Path);
                    break;
            }
        }

        return 0;
    }

    /// <summary>Whether a goal is met, in words.</summary>
    public static string Verdict(double figure, double goal, bool isMost = false) =>
        FormattableString.Invariant($"{goal} {((isMost ? figure <= goal : figure >= goal) ? "met" : "missed")}");
}
