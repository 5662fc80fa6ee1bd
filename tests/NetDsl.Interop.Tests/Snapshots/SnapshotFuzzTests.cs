using System.Globalization;
using System.Text;
using CsCheck;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop.Snapshots;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>Snapshots that something has bitten into: each is read, or refused with one clear error. NETDSL_FUZZ says how many; few when it is not set.</summary>
public class SnapshotFuzzTests
{
    static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("NETDSL_FUZZ"), CultureInfo.InvariantCulture, out var inputs) ? inputs : 300;
    static readonly (SnapshotFile File, byte[] Content)[] Seeds = [.. new[] { "Shop", "Peers", "Hub", "Gaps", "Hybrid", "Remote", "Worldwide" }
        .SelectMany(name => SnapshotFolder.Find(SnapshotFiles.Folder(name)))
        .Select(file => (file, File.ReadAllBytes(file.Path)))];

    static readonly string[] Scraps = ["null", "[]", "{}", "\"\"", "-1", "1e999", "\"::/0\"", "\"0.0.0.0/0\"", "\"10.0.0.0/33\"", "true", "\"local\"", "\"\\ud800\"", "18446744073709551616", "\"i-0web\"", "\"subnet-0a\"", "\"associated\""];

    static readonly Gen<byte[]> Bitten =
        from seed in Gen.Int[0, Seeds.Length - 1]
        from kinds in Gen.Int[0, 5].Array[1, 6]
        from places in Gen.Int[0, int.MaxValue - 1].Array[12]
        select Bite(Seeds[seed].Content, kinds, places);

    [Fact]
    public void Nothing_crashes_the_reader()
    {
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Bitten).Sample(
            (replaced, content) =>
            {
                var region = Seeds[replaced].File.Region;
                var files = Seeds.Where((seed, index) => index != replaced && seed.File.Region == region).Select(seed => seed.File).Append(Seeds[replaced].File);
                try
                {
                    var snapshot = AccountSnapshot.Of("bitten", files, file => file == Seeds[replaced].File ? content : Seeds.Single(seed => seed.File == file).Content);
                    _ = TopologyLowering.Lower(snapshot.Topology);
                    _ = snapshot.ToCode("Bitten");
                    _ = snapshot.Gaps;
                }
                catch (SnapshotFormatException failure)
                {
                    Assert.DoesNotContain("planted", failure.Message, StringComparison.Ordinal);
                }
                catch (TopologyFormatException)
                {
                    // The commands say of it that it describes no network that can be.
                }
            },
            iter: Inputs,
            threads: 1);
    }

    static byte[] Bite(byte[] content, int[] kinds, int[] places)
    {
        var text = Encoding.UTF8.GetString(content);
        for (var index = 0; index < kinds.Length && text.Length > 2; index++)
        {
            var at = places[2 * index] % text.Length;
            var other = places[(2 * index) + 1];
            text = kinds[index] switch
            {
                0 => text[..at],
                1 => text.Remove(at, Math.Min(1 + (other % 40), text.Length - at)),
                2 => text.Insert(at, text.Substring(other % text.Length, Math.Min(30, text.Length - (other % text.Length)))),
                3 => text.Remove(at, 1).Insert(at, ((char)(32 + (other % 95))).ToString()),
                _ => ReplaceValue(text, at, Scraps[other % Scraps.Length]),
            };
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Puts a scrap in place of a whole value, so that what comes out is JSON still.</summary>
    static string ReplaceValue(string text, int at, string scrap)
    {
        var colon = text.IndexOf(": ", at, StringComparison.Ordinal);
        var end = colon < 0 ? -1 : text.IndexOf('\n', colon);
        if (end < colon + 3 || text[colon + 2] is '[' or '{')
        {
            return text;
        }

        var comma = text[..end].EndsWith(',');
        return text[..(colon + 2)] + scrap + (comma ? "," : "") + text[end..];
    }
}
