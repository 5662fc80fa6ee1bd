namespace NetDsl.Architecture.Tests;

public class SourceTests
{
    const int LongestFile = 600;

    static readonly string[] ProductRooms = ["src", "generators", "analyzers"];
    static readonly string[] NamelessRooms = ["Helpers", "Utils", "Common"];

    static IEnumerable<string> Sources(IEnumerable<string> rooms) => rooms.SelectMany(room => Tree.FilesUnder(room, "*.cs"));

    [Fact]
    public void No_folder_is_called_after_nothing() =>
        Assert.All(Sources([.. ProductRooms, "tests", "samples"]), path =>
            Assert.DoesNotContain(path.Split('/')[..^1], part => NamelessRooms.Contains(part, StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void No_product_file_is_too_long_to_read() =>
        Assert.All(Sources(ProductRooms), path =>
        {
            var lines = File.ReadLines(Path.Combine(Tree.Root, path)).Count();
            Assert.True(lines <= LongestFile, $"{path} has {lines} lines; {LongestFile} are the most");
        });
}
