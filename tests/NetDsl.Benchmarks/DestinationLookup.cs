using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Benchmarks;

/// <summary>
/// From a destination to its path program: the switch that the generator writes, called as the runtime calls it, against
/// a search in data: in the graph, and in the flat array that the runtime makes of it. Decides <c>DestinationSwitch.MostRanges</c>.
/// </summary>
public class DestinationLookup
{
    // More than branch prediction can learn by heart.
    private const int Lookups = 1 << 16;
    private readonly uint[] destinations = new uint[Lookups];
    private SourceClass source = null!;
    private uint[] starts = null!;
    private int[] programs = null!;
    private Func<uint, int> generated = null!;

    /// <summary>How many ranges the source class has.</summary>
    [Params(4, 8, 16, 32, 64, 128, 256)]
    public int Ranges { get; set; }

    /// <summary>
    /// Whether lookups jump between all ranges, which defeats branch prediction, or come in runs of 64 to one of them, as packets of a
    /// few flows do.
    /// </summary>
    [Params(false, true)]
    public bool Runs { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(Ranges);
        var bounds = new SortedSet<uint> { 0 };
        while (bounds.Count < Ranges)
        {
            // Subnets of a private network, and some public addresses.
            bounds.Add(random.Next(4) == 0 ? (uint)random.NextInt64(1L << 32) : 0x0A000000 + ((uint)random.Next(1 << 12) << 8));
        }

        starts = [.. bounds];
        programs = [.. Enumerable.Range(0, Ranges)];
        source = new SourceClass(0, starts.ToEquatableArray(), programs.ToEquatableArray());
        generated = Compile(starts);

        var range = 0;
        for (var index = 0; index < Lookups; index++)
        {
            range = Runs && index % 64 != 0 ? range : random.Next(Ranges);
            var last = range + 1 < Ranges ? starts[range + 1] - 1 : uint.MaxValue;
            destinations[index] = (uint)random.NextInt64(starts[range], (long)last + 1);
        }

        if (destinations.Any(destination => generated(destination) != source.ProgramFor(new Ipv4Address(destination))))
        {
            throw new InvalidOperationException("The switch and the graph differ: there is nothing to compare.");
        }
    }

    [Benchmark(OperationsPerInvoke = Lookups, Baseline = true)]
    public int FlatArray()
    {
        var sum = 0;
        foreach (var destination in destinations)
        {
            sum += Search(destination);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Graph()
    {
        var sum = 0;
        foreach (var destination in destinations)
        {
            sum += source.ProgramFor(new Ipv4Address(destination));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Switch()
    {
        var sum = 0;
        foreach (var destination in destinations)
        {
            sum += generated(destination);
        }

        return sum;
    }

    /// <summary>The search of the runtime's path table.</summary>
    private int Search(uint destination)
    {
        var low = 0;
        var high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (starts[middle] <= destination)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return programs[low];
    }

    /// <summary>Compiles the switch as the template writes it.</summary>
    private static Func<uint, int> Compile(uint[] starts)
    {
        var code = new StringBuilder("public static class Generated { public static int From(uint destination) => destination switch {");
        for (var range = 1; range < starts.Length; range++)
        {
            code.Append(CultureInfo.InvariantCulture, $"< 0x{starts[range]:X8}u => {range - 1},");
        }

        code.Append(CultureInfo.InvariantCulture, $"_ => {starts.Length - 1} }}; }}");
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(code.ToString())],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("; ", result.Diagnostics));
        }

        image.Position = 0;
        var method = new AssemblyLoadContext(null).LoadFromStream(image)
            .GetType("Generated")!.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!;
        return method.CreateDelegate<Func<uint, int>>();
    }
}
