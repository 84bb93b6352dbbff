import { partition } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";

/** A bucket that is somebody else's is refused rather than not found, which is an error as it would be at the apply. */
export const bucket: Adoptable = {
  type: "aws_s3_bucket",
  unwritten: true,
  async find({ bucket: name }, { aws }) {
    const { HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
    const asked = aws.client(S3Client).send(new HeadBucketCommand({ Bucket: textOf(name) }));
    return (await orNothing(asked, "NotFound", "NoSuchBucket")) && { bucket: name };
  },
  reads: ({ bucket: name }, place) => [
    { actions: ["s3:ListBucket"], resources: [`arn:${partition(place.aws_region)}:s3:::${textOf(name)}`] },
  ],
};
