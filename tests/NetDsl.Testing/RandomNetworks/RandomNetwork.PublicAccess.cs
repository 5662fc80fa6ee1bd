using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    void DrawPublicAccess()
    {
        foreach (var region in vpcs.Select(vpc => vpc.Builder.Region).Distinct().Where(_ => dice.Chance(Usually(5, small: 12))))
        {
            region.BlockPublicAccess(dice.Chance(50) ? BlockPublicAccessMode.Bidirectional : BlockPublicAccessMode.Ingress);
            foreach (var vpc in vpcs.Where(vpc => vpc.Builder.Region == region))
            {
                if (dice.Chance(30))
                {
                    vpc.Builder.ExcludeFromPublicAccessBlock(Exclusion());
                }

                foreach (var subnet in dice.Some(vpc.Subnets, 30))
                {
                    subnet.Builder.ExcludeFromPublicAccessBlock(Exclusion());
                }
            }
        }
    }

    PublicAccessExclusion Exclusion() => dice.Chance(50) ? PublicAccessExclusion.AllowBidirectional : PublicAccessExclusion.AllowEgress;
}
