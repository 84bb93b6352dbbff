import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataGenesyscloudIntegrationConfig extends cdktf.TerraformMetaArguments {
    readonly id?: string;
    readonly name: string;
}
export declare class DataGenesyscloudIntegration extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "genesyscloud_integration";
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    constructor(scope: Construct, id: string, config: DataGenesyscloudIntegrationConfig);
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
