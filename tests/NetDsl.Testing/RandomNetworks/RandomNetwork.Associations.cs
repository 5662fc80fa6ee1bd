namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Some groups are of several VPCs, and some hosts there have them beside their own.</summary>
    void DrawGroupAssociations(DrawnVpc vpc)
    {
        // One only, where there are few: with those of its own VPC, and two for what is drawn later, a host has at most five.
        var others = vpcs
            .Where(other => other != vpc && other.Builder.Region == vpc.Builder.Region && other.Builder.Account == vpc.Builder.Account)
            .ToList();
        if (others.Count > 0 && vpc.Groups.Count == 2 && associationDice.Chance(85))
        {
            var group = associationDice.Pick(associationDice.Pick(others).Groups.Skip(1).ToList()).AssociateWith(vpc.Builder);
            associationDice.Some(vpc.Instances, 45).ForEach(host => host.SecurityGroup(group));
        }
    }
}
