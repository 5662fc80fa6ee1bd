using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Resolvers as lines of a graph's text: the VPCs, below each its domains, and below each of them its names.</summary>
internal static class NameResolverText
{
    public const string Section = "resolvers";

    public static IEnumerable<string[]> Lines(EquatableArray<NameResolver> resolvers)
    {
        foreach (var resolver in resolvers)
        {
            yield return
            [
                "resolver",
                Number(resolver.Vpc),
                resolver.Answers ? "on" : "off",
                resolver.HasHostnames ? "names" : "nameless",
                Numbers(resolver.Peers),
                Numbers(resolver.Sites),
                Number(resolver.Domains.Count),
            ];
            foreach (var domain in resolver.Domains)
            {
                yield return ["domain", domain.Domain, domain.Kind.ToString(), Number(domain.Node), Number(domain.Records.Count)];
                foreach (var record in domain.Records)
                {
                    yield return [record.Name, record.Addresses.Count == 0 ? "-" : string.Join(",", record.Addresses)];
                }
            }
        }
    }

    public static NameResolver Read(GraphTextLines lines)
    {
        lines.Expect("resolver");
        var vpc = lines.Number();
        var answers = lines.Choice("on", "off") == 0;
        var hasHostnames = lines.Choice("names", "nameless") == 0;
        var peers = lines.Numbers();
        var sites = lines.Numbers();
        return new NameResolver(vpc, answers, hasHostnames, peers, lines.Following(ReadDomain), sites);
    }

    private static NameDomain ReadDomain(GraphTextLines lines)
    {
        lines.Expect("domain");
        var domain = lines.Word();
        var kind = lines.Enumeration<NameDomainKind>();
        var node = lines.Number();
        return new NameDomain(domain, kind, node, lines.Following(ReadRecord));
    }

    private static NameAnswer ReadRecord(GraphTextLines lines) => new(lines.Word(), Addresses(lines));

    private static EquatableArray<IpAddress> Addresses(GraphTextLines lines) => lines.TryTake("-")
        ? []
        : lines.Word().Split(',').Select(text => IpAddress.TryParse(text, out var address) ? address : throw lines.Fault($"'{text}' is no address")).ToEquatableArray();


    private static string Numbers(EquatableArray<int> numbers) => numbers.Count == 0 ? "-" : string.Join(",", numbers.Select(Number));
}
