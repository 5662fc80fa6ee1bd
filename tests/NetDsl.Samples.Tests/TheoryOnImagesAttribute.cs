using System.Reflection.PortableExecutable;

namespace NetDsl.Samples.Tests;

/// <summary>A test of programs whose libraries were compiled ahead of time: as in a Release build, and in any that says NetDslAheadOfTime.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryOnImagesAttribute : TheoryAttribute
{
    public TheoryOnImagesAttribute()
    {
        // An image has machine code beside what the C# compiler made.
        using var library = new PEReader(File.OpenRead(Path.Combine(Path.GetDirectoryName(Sample.ProgramOf("Shop"))!, "NetDsl.Runtime.dll")));
        if (library.PEHeaders.CorHeader is not { ManagedNativeHeaderDirectory.Size: > 0 })
        {
            Skip = "The samples were built without images of the libraries.";
        }
    }
}
