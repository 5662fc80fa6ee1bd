using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Rules by prefix lists.</content>
public sealed partial class SecurityGroupBuilder
{
    /// <summary>Admits traffic from the addresses of a prefix list. Source: "Security group rules", Amazon VPC User Guide.</summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="from">A prefix list of the region.</param>
    public SecurityGroupBuilder Ingress(
        TrafficSelector traffic, PrefixListBuilder from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Add(ingress, traffic, from, call.Of(nameof(from)), call.Origin);
        return this;
    }

    /// <summary>Lets traffic out to the addresses of a prefix list.</summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="to">A prefix list of the region.</param>
    public SecurityGroupBuilder Egress(
        TrafficSelector traffic, PrefixListBuilder to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        NoEgressByDefault();
        Add(egress, traffic, to, call.Of(nameof(to)), call.Origin);
        return this;
    }

    private void Add(List<Rule> rules, TrafficSelector traffic, PrefixListBuilder list, Origin peerOrigin, Origin origin)
    {
        var isUsable = list.IsUsableIn(Vpc.Region, peerOrigin);
        if (Network.Problems.Accepts(traffic) && isUsable)
        {
            rules.Add(new Rule(
                traffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.OfPrefixList(list.Id), peerOrigin), null, origin));
        }
    }
}
