using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Network functions of transit gateways, behind a table of their own, or behind one that leads to them again.</summary>
    void DrawNetworkFunctions(Dice own)
    {
        foreach (var gateway in transitGateways.Where(_ => own.Chance(40)))
        {
            var function = gateway.Builder.AttachNetworkFunction("inspection");
            if (own.Chance(6))
            {
                function.InState(TransitGatewayAttachmentState.Modifying);
            }

            foreach (var (table, destinations) in gateway.Tables.Where(_ => own.Chance(80)))
            {
                var destination = gateway.Attached.Count > 0 && own.Chance(70)
                    ? own.Pick(own.Pick(gateway.Attached).Blocks)
                    : Ipv4Prefix.Parse(own.Pick(WiderAndNarrower));
                if (destinations.Add(destination))
                {
                    table.Route(destination.ToString(), function);
                }
            }

            if (gateway.Tables.Count > 0 && own.Chance(20))
            {
                own.Pick(gateway.Tables).Builder.Associate(function);
            }
            else if (own.Chance(92))
            {
                var inspected = gateway.Builder.RouteTable("inspected").Associate(function);
                gateway.Attachments.ForEach(each => _ = own.Chance(85) ? inspected.Propagate(each) : inspected);
                if (own.Chance(25))
                {
                    inspected.Blackhole(own.Pick(WiderAndNarrower));
                }
            }
        }
    }
}
