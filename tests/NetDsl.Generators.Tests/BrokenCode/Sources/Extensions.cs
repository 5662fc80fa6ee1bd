using System.Text;
using NetDsl;
using static NetDsl.Traffic;
using Blocks = System.Collections.Generic.List<(string Zone, string Block)>;

namespace Networks;

[Topology]
public static partial class Extensions
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        Blocks blocks = [("a", "10.0.0.0/24"), ("b", "10.0.1.0/24")];
        var names = new StringBuilder();
        foreach (ref readonly var host in (ReadOnlySpan<int>)[1, 2])
        {
            names.Append(host).Append(',');
        }

        Swap(ref blocks, 0, ^1);
        foreach (var (zone, block) in blocks)
        {
            vpc.Host(zone, block, names: names.ToString().Split(',')[..^1], port: (ushort)8080);
        }

        if (vpc.IsShop && VpcBuilder.Standard is var standard && !string.IsNullOrEmpty(standard))
        {
            vpc.SecondaryCidr(standard);
            vpc.DefaultSecurityGroup.Ingress(AllTraffic, from: $$"""10.{{1 + 1}}.0.0/16""");
        }

        static void Swap(ref Blocks list, Index one, Index other) => (list[one], list[other]) = (list[other], list[one]);
    }

    extension(VpcBuilder vpc)
    {
        public bool IsShop => vpc.Name is "shop";

        public static string Standard => "10.2.0.0/16";

        public SubnetBuilder Host(string zone, string block, string[] names, int port = 80)
        {
            var subnet = vpc.Subnet(@"net-" + zone, block, zone, configure: it => it.NeedsInternet());
            foreach (var name in names)
            {
                subnet.Instance($"{zone}{name,3:D}".Replace(" ", ""), vpc.Group(port));
            }

            return subnet;
        }
    }

    /// <summary>The <see cref="SecurityGroupBuilder"/> of a <paramref name="port"/>.</summary>
    static SecurityGroupBuilder Group(this VpcBuilder vpc, int port) =>
        Groups.TryGetValue((vpc, port), out var known) ? known : Groups[(vpc, port)] = vpc.SecurityGroup($"p{port}-{Groups.Count}");

    [ThreadStatic] static Dictionary<(VpcBuilder, int), SecurityGroupBuilder>? groups;

    static Dictionary<(VpcBuilder, int), SecurityGroupBuilder> Groups => groups ??= new();
}
